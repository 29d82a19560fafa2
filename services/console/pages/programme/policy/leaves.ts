import { meaningOf, type Shape } from '../../../forms/shape.ts';

/** How a value of the policy is typed and told. */
export type Kind =
  | 'days'
  | 'months'
  | 'duration'
  | 'money'
  | 'share'
  | 'number'
  | 'yes-no'
  | 'choice'
  | 'choices'
  | 'numbers'
  | 'prose'
  | 'amounts'
  | 'rates'
  | 'rubric'
  | 'ties'
  | 'questions';

/** Something that can be typed: the names that lead to it from the policy, its shape, and its kind. */
export interface Leaf {
  readonly path: readonly string[];
  readonly shape: Shape;
  readonly kind: Kind;
}

/** What a duration of whole days begins with, in the schema. */
const DURATION = '^P(';
/** Nothing else in a policy has these bounds. */
const MOST_DAYS: readonly number[] = [3_660, 366];
const MOST_MONTHS = 120;

/** Parts that are more than a list of fields, by name. */
const whole: Readonly<Record<string, Kind>> = { rubric: 'rubric', tieBreak: 'ties', applicationForm: 'questions', 'payments/flatRates': 'rates' };

/** Everything that can be typed in a part of the policy, in the order of its schema. */
export function leavesOf(shape: Shape, path: readonly string[]): readonly Leaf[] {
  const special = whole[path.join('/')];
  if (special) return [{ path, shape, kind: special }];
  if (shape.properties) return Object.entries(shape.properties).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
  const { additionalProperties: each, propertyNames: names } = shape;
  if (typeof each === 'object') {
    const known = names?.enum?.filter((name) => typeof name === 'string');
    return known ? known.flatMap((name) => leavesOf(each, [...path, name])) : [{ path, shape, kind: 'amounts' }];
  }
  return [{ path, shape, kind: kindOf(shape) }];
}

function kindOf(shape: Shape): Kind {
  const { maximum, pattern, items, type } = shape;
  if (type === 'array') return items?.enum ? 'choices' : 'numbers';
  if (type === 'integer' && maximum !== undefined && MOST_DAYS.includes(maximum)) return 'days';
  if (type === 'integer' && maximum === MOST_MONTHS) return 'months';
  if (pattern?.startsWith(DURATION)) return 'duration';
  const meaning = meaningOf(shape);
  return meaning === 'money' || meaning === 'share' || meaning === 'choice' || meaning === 'yes-no' || meaning === 'prose' ? meaning : 'number';
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path. */
export const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((at: unknown, name) => (isFields(at) ? at[name] : undefined), value);

/** The same with another value at a path. */
export function withValueAt(value: unknown, [name, ...rest]: readonly string[], put: unknown): unknown {
  if (name === undefined) return put;
  const fields = isFields(value) ? value : {};
  return { ...fields, [name]: withValueAt(fields[name], rest, put) };
}
