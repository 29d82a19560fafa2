/** A place in an application that two revisions have differently. */
export interface Difference {
  /** The part of the application: `budget`, `works`. */
  readonly field: string;
  /** From the part to the place: fields by name; entries of a list by what names them (their name, label or criterion), else by their number from 1. */
  readonly path: readonly string[];
  /** What stands there before and after; absent where nothing does. */
  readonly before?: unknown;
  readonly after?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What entries of a list are told apart by, where every entry has it and none has the same. */
const usual: readonly string[] = ['name', 'label', 'criterion'];

/** The entries of two lists by what names them, or by their number where nothing names all of them. */
function named(lists: readonly (readonly unknown[])[], naming: readonly string[]): Fields[] {
  const key = naming.find((candidate) =>
    lists.every((list) => {
      const names = list.map((entry) => (isFields(entry) ? entry[candidate] : undefined));
      return names.every((name) => typeof name === 'string' || typeof name === 'number') && new Set(names).size === names.length;
    }),
  );
  return lists.map((list) => Object.fromEntries(list.map((entry, index) => [key ? String((entry as Fields)[key]) : String(index + 1), entry])));
}

function within(naming: readonly string[], field: string, path: readonly string[], before: unknown, after: unknown): Difference[] {
  if (isFields(before) && isFields(after)) return between(naming, before, after, (name) => [field, [...path, name]]);
  if (Array.isArray(before) && Array.isArray(after)) {
    const [older, newer] = named([before, after], naming);
    return between(naming, older ?? {}, newer ?? {}, (name) => [field, [...path, name]]);
  }
  if (Object.is(before, after)) return [];
  return [{ field, path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

function between(
  naming: readonly string[],
  before: Fields,
  after: Fields,
  place: (name: string) => readonly [string, readonly string[]],
): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const at = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  return names.flatMap((name) => within(naming, ...place(name), at(before, name), at(after, name)));
}

/**
 * What changed between two contents of an application, or between two things made of plain data, place by place, in the order of their parts. Entries that have
 * a name (`naming`: the fields that can be one, the best first) may change places: that alone is no difference.
 */
export const differences = (before: object, after: object, naming: readonly string[] = usual): Difference[] =>
  between(naming, before as Fields, after as Fields, (name) => [name, []]);
