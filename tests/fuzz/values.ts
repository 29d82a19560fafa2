import fc, { type Arbitrary } from 'fast-check';

/** A JSON Schema (2020-12), as far as values are made from it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}

const LONGEST = 60;
const DEEPEST = 6;

/** What people and programs send by mistake or on purpose: each has broken something somewhere. */
export const hostile: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', ' ', '0', [], {}, [[]], -1, 0, 0.1, 2 ** 53, -(2 ** 53), 1e308),
  fc.constantFrom('\0', '\ud800', '\u202e', '𝕁', 'é'.normalize('NFD'), '<script>alert(1)</script>', '=1+1', '%00', '../../etc/passwd', '{{7*7}}'),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', "' OR 1=1 --", '$where', 'NaN', '1e9'),
  fc.constantFrom('2027-02-30', '0000-00-00', '9999-12-31', '-000001-01-01', '2027-01-01T25:00:00Z', '+275760-09-13T00:00:00.000Z'),
  fc.constant('a'.repeat(20_000)),
  fc.constant(Array.from({ length: 2_000 }, () => 'a')),
  fc.constantFrom({ constructor: 1 }, { toString: 'a' }, { length: -1 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** Values that a schema takes, small ones. `resolve` finds what `$ref` names. */
export function taken(schema: Schema, resolve: (ref: string) => Schema, depth = 0): Arbitrary<unknown> {
  const of = (one: Schema) => taken(one, resolve, depth + 1);
  if (schema.$ref !== undefined) return depth > DEEPEST ? fc.constant(null) : of(resolve(schema.$ref));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(of));
  if (schema.allOf) return of(Object.assign({}, schema, { allOf: undefined }, ...schema.allOf) as Schema);
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.[0]) {
    case 'object':
      return objects(schema, of);
    case 'array':
      return fc.array(schema.items ? of(schema.items) : fc.jsonValue({ maxDepth: 1 }), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3),
      });
    case 'string':
      return strings(schema);
    case 'integer':
      return fc.integer(boundsOf(schema, 1));
    case 'number':
      return numbers(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objects({ properties = {}, required = [], additionalProperties }: Schema, of: (one: Schema) => Arbitrary<unknown>): Arbitrary<unknown> {
  const others = typeof additionalProperties === 'object' ? additionalProperties : {};
  const members = Object.fromEntries([...new Set([...Object.keys(properties), ...required])].map((name) => [name, of(properties[name] ?? others)]));
  const named = fc.record(members, { requiredKeys: [...required] });
  if (typeof additionalProperties !== 'object') return named;
  const more = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/), of(additionalProperties), { maxKeys: 3 });
  return fc.tuple(named, more).map(([own, others]) => ({ ...others, ...own }));
}

const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }).map((date) => date.toISOString());

function strings({ format, pattern, minLength = 0, maxLength }: Schema): Arbitrary<string> {
  if (format === 'date') return days.map((text) => text.slice(0, 10));
  if (format === 'date-time') return days;
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.emailAddress();
  if (format === 'uri') return fc.webUrl();
  if (pattern !== undefined) return matching(pattern, maxLength);
  return fc.string({
    unit: 'grapheme',
    minLength: Math.min(minLength, LONGEST),
    maxLength: Math.max(minLength, Math.min(maxLength ?? LONGEST, LONGEST)),
  });
}

/** Text that a pattern takes; patterns that fast-check cannot read give plain words, which the edge may then refuse. */
function matching(pattern: string, maxLength: number | undefined): Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern), maxLength === undefined ? {} : { maxLength: Math.min(maxLength, LONGEST) });
  } catch {
    return fc.constantFrom('a-word', 'region', '12:00', '2027-01-01');
  }
}

function boundsOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema, step: number): { readonly min: number; readonly max: number } {
  const min = minimum ?? (exclusiveMinimum === undefined ? -1_000 : exclusiveMinimum + step);
  const max = maximum ?? (exclusiveMaximum === undefined ? Math.max(min, 100_000_000) : exclusiveMaximum - step);
  return { min: Math.ceil(min), max: Math.max(Math.ceil(min), Math.floor(max)) };
}

function numbers(schema: Schema): Arbitrary<number> {
  const step = schema.multipleOf ?? 0.5;
  const { min, max } = boundsOf(schema, step);
  return fc.integer({ min: Math.ceil(min / step), max: Math.max(Math.ceil(min / step), Math.floor(max / step)) }).map((count) => count * step);
}
