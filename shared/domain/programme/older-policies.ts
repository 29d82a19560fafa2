import { Policy } from './policy.ts';

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a document has, with what it lacks taken from another; lists are taken whole. */
const filled = (lacking: Fields, from: Fields): Fields => ({
  ...from,
  ...Object.fromEntries(
    Object.entries(lacking).map(([name, value]) => {
      const other = from[name];
      return [name, isFields(value) && isFields(other) ? filled(value, other) : value];
    }),
  ),
});

/**
 * A policy document as it was stored, raised to the present shape: keys that did not exist when it was adopted have the defaults of today.
 * Throws where it is no policy even so: a key that changes its meaning needs a shape, and an upcaster, of its own.
 */
export const raisedPolicy = (stored: Fields): Policy => Policy.parse(filled(stored, Policy.parse({})));
