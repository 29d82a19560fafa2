import { useEffect, useMemo, useState } from 'react';
import type { usePages } from '../../../api/read.ts';
import { type Moment, momentsOf, type Switch, type Timed } from './moments.ts';

/** The history of a thing to go through: whole as soon as its pages came, at its newest moment until one goes back. */
export function useHistory(
  pages: Pick<ReturnType<typeof usePages>, 'hasNextPage' | 'isFetchingNextPage'> & {
    readonly items: readonly Timed[] | undefined;
    readonly fetchNextPage: () => unknown;
  },
) {
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const [by, setBy] = useState<Switch>('effect');
  const [chosen, setChosen] = useState<number>();
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const moments = useMemo(() => momentsOf(items ?? [], by), [items, by]);
  const at = Math.min(chosen ?? moments.length - 1, moments.length - 1);
  const changeBy = (next: Switch) => {
    setBy(next);
    setChosen(undefined);
  };
  return { moments, at: Math.max(at, 0), here: moments[at] as Moment | undefined, by, setAt: setChosen, setBy: changeBy };
}
