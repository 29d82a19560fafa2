import type { Policy } from './policy.ts';

/** One thing in which two policies differ. What one of them does not have is absent. */
export interface PolicyDifference {
  /** The names that lead to it: `['days', 'review']`, or for a criterion of the rubric `['rubric', 'novelty', 'points']`. */
  readonly path: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What differs between two values, down to what has no parts with names; lists are compared whole. */
function differences(path: readonly string[], before: unknown, after: unknown): readonly PolicyDifference[] {
  if (isFields(before) && isFields(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => differences([...path, name], before[name], after[name]));
  }
  if (same(before, after)) return [];
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

/** Whether two values are the same plain data; the order of an object’s fields does not count. */
function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (isFields(a) && isFields(b)) {
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]));
  }
  return a === b;
}

/** The rubric by the names of its criteria; their order decides nothing. */
const named = ({ rubric, ...rest }: Policy): Fields => ({
  ...rest,
  rubric: Object.fromEntries(rubric.map(({ criterion, ...marked }) => [criterion, marked])),
});

/** Everything in which two policies differ, in the order of the first one’s parts. */
export const comparePolicies = (before: Policy, after: Policy): readonly PolicyDifference[] => differences([], named(before), named(after));
