import { type OutputUnit, Validator } from '@cfworker/json-schema';
import type { Shape } from './shape.ts';

/** What is wrong with a value, by its path; the words are the console's, by this code. */
export interface Mistake {
  readonly path: readonly string[];
  readonly code: 'required' | 'too-long' | 'too-short' | 'pattern' | 'range' | 'choice' | 'format' | 'list-short' | 'wrong';
}

const codes: Readonly<Record<string, Mistake['code']>> = {
  required: 'required',
  maxLength: 'too-long',
  minLength: 'too-short',
  pattern: 'pattern',
  minimum: 'range',
  maximum: 'range',
  exclusiveMinimum: 'range',
  multipleOf: 'range',
  enum: 'choice',
  const: 'choice',
  format: 'format',
  minItems: 'list-short',
  type: 'wrong',
  anyOf: 'wrong',
  oneOf: 'wrong',
};

/** Checked before sending, without `eval`, which the content security policy refuses. The API judges again, and has the last word. */
export function mistakesIn(value: unknown, shape: Shape): readonly Mistake[] {
  const { errors } = new Validator(shape as ConstructorParameters<typeof Validator>[0], '2020-12', false).validate(value ?? {});
  const found = errors.flatMap((error) => mistakeOf(error));
  // What is said of a part says enough of the whole.
  const deepest = found.filter(
    ({ path, code }) =>
      code !== 'wrong' || !found.some((other) => other.path.length > path.length && path.every((part, at) => other.path[at] === part)),
  );
  return [...new Map(deepest.map((mistake) => [mistake.path.join('/'), mistake])).values()];
}

function mistakeOf({ keyword, instanceLocation, error }: OutputUnit): Mistake[] {
  const code = codes[keyword];
  if (!code) return [];
  const path = instanceLocation
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
  const missing = code === 'required' ? /"(.+)"/.exec(error)?.[1] : undefined;
  return [{ path: missing === undefined ? path : [...path, missing], code }];
}
