import { isDue } from './due.ts';
import { isFile } from './files.ts';
import { type Anchor, RelativeValue } from './moments.ts';

/** The data with each value in it that `replace` knows put in its place. */
function replaced(data: unknown, replace: (value: object) => unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const value = replace(data);
  if (value !== undefined) return value;
  if (Array.isArray(data)) return data.map((part: unknown) => replaced(part, replace));
  return isDue(data) ? data : Object.fromEntries(Object.entries(data).map(([name, part]) => [name, replaced(part, replace)]));
}

/** The data with every relative day and instant, and every file in it written out. What is due stays: it is known once the entries before are recorded. */
export const writeOut = (data: unknown, anchor: Anchor): unknown =>
  replaced(data, (value) => {
    if (isFile(value)) return value.written;
    if (value instanceof RelativeValue) return value.as === 'day' ? value.time.day(anchor) : value.time.instant(anchor);
    return undefined;
  });

/** The data with what is due named. */
export const nameDue = (data: unknown, nameOf: (kind: string) => string): unknown =>
  replaced(data, (value) => (isDue(value) ? nameOf(value.kind) : undefined));

/** The values of a kind anywhere in the data. */
export function valuesIn<Value extends object>(data: unknown, is: (value: object) => value is Value): Value[] {
  if (typeof data !== 'object' || data === null) return [];
  return is(data) ? [data] : Object.values(data).flatMap((part) => valuesIn(part, is));
}
