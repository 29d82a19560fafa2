/** At most so many rows are looked through for one page: whoever sees little of a large portfolio pages on with the cursor. */
const MOST_LOOKED_THROUGH = 2_000;

export interface VisiblePage<Row> {
  readonly items: readonly Row[];
  /** The last row looked at, where there may be more after it. */
  readonly last?: Row;
}

/** So many rows after one, in the order of the view; fewer only where there are no more. */
export type RowsAfter<Row> = (last: Row | undefined, count: number) => Promise<readonly Row[]>;

/** Whether a row has these values, where one is asked for. */
export const matches = (row: object, wanted: Readonly<Record<string, string | undefined>>): boolean =>
  Object.entries(wanted).every(([name, value]) => value === undefined || (row as Readonly<Record<string, unknown>>)[name] === value);

/** A page of the rows that the reader may see, in the order of the view. */
export async function visiblePage<Row>(limit: number, rowsAfter: RowsAfter<Row>, visible: (row: Row) => Promise<boolean>): Promise<VisiblePage<Row>> {
  const items: Row[] = [];
  let last: Row | undefined;
  for (let looked = 0; looked < MOST_LOOKED_THROUGH; ) {
    const rows = await rowsAfter(last, limit);
    const seen = await Promise.all(rows.map(visible));
    for (const [index, row] of rows.entries()) {
      last = row;
      if (seen[index] && items.push(row) === limit) return rows.length < limit && index === rows.length - 1 ? { items } : { items, last: row };
    }
    if (rows.length < limit) return { items };
    looked += rows.length;
  }
  return last === undefined ? { items } : { items, last };
}
