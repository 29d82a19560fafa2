/** As much of JSON Schema (2020-12) as the shapes of commands use. */
export interface Shape {
  readonly type?: string;
  readonly title?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly default?: unknown;
  readonly additionalProperties?: boolean | Shape;
  readonly propertyNames?: Shape;
  readonly uniqueItems?: boolean;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
}

/** What a value is to a person, as its shape tells. The domain writes every amount, share, day and file in one form each. */
export type Meaning = 'money' | 'share' | 'day' | 'moment' | 'file' | 'prose' | 'choice' | 'yes-no' | 'number' | 'line' | 'group' | 'list';

/** The greatest amount in cents that the domain takes: nothing else has this bound. */
const CENTS = 1e13;
const WHOLE_SHARE = 10_000;
const SHA256 = '^[0-9a-f]{64}$';
const LONG = 300;

export function meaningOf({ type, enum: choices, maximum, pattern, format, maxLength }: Shape): Meaning {
  if (choices) return 'choice';
  if (type === 'integer' && maximum === CENTS) return 'money';
  if (type === 'integer' && maximum === WHOLE_SHARE) return 'share';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'yes-no';
  if (type === 'array') return 'list';
  if (type === 'object') return 'group';
  if (pattern === SHA256) return 'file';
  if (format === 'date') return 'day';
  if (format === 'date-time') return 'moment';
  return maxLength !== undefined && maxLength > LONG ? 'prose' : 'line';
}

/** The shape that a reference stands for. */
export function resolved(shape: Shape, root: Shape): Shape {
  const name = shape.$ref?.startsWith('#/$defs/') ? shape.$ref.slice('#/$defs/'.length) : undefined;
  return (name !== undefined && root.$defs?.[name]) || shape;
}

/** What was typed, without what was left empty: groups and lists that nobody began are not sent. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return value === '' || value === null ? undefined : value;
  const kept = Object.entries(value)
    .map(([name, inner]) => [name, withoutEmpty(inner)] as const)
    .filter(([, inner]) => inner !== undefined && !(Array.isArray(inner) && inner.length === 0));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** Of a group, some of its fields, in the order asked for. */
export function picked({ properties = {}, required = [], ...rest }: Shape, names: readonly string[]): Shape {
  const there = names.flatMap((name): [string, Shape][] => (properties[name] ? [[name, properties[name]]] : []));
  return { ...rest, properties: Object.fromEntries(there), required: required.filter((name) => names.includes(name)) };
}

/** What is sent of what was typed: nothing that was left empty, but for lists that a shape asks for and that may be empty. */
export const inputOf = (value: unknown, shape: Shape): unknown => withLists(withoutEmpty(value) ?? {}, shape, shape);

function withLists(value: unknown, given: Shape, root: Shape): unknown {
  const { items, properties, required = [] } = resolved(given, root);
  if (Array.isArray(value)) return items ? value.map((one) => withLists(one, items, root)) : value;
  if (typeof value !== 'object' || value === null || !properties) return value;
  const typed = Object.entries(value).map(([name, inner]) => [name, withLists(inner, properties[name] ?? {}, root)] as const);
  const left = required.filter((name) => !(name in value) && mayBeEmpty(properties[name], root)).map((name) => [name, []] as const);
  return Object.fromEntries([...typed, ...left]);
}

const mayBeEmpty = (shape: Shape | undefined, root: Shape): boolean => {
  const { type, minItems = 0 } = shape ? resolved(shape, root) : {};
  return type === 'array' && minItems === 0;
};
