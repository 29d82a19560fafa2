import { useCallback, useRef } from 'react';
import type { ReviewDraft, Typed } from './marks.ts';

/** Changes to one criterion of a review, by a function that stays the same, so that the other criteria are not drawn again at each key. */
export function useMarking(data: ReviewDraft | undefined, typed: (data: ReviewDraft) => void): (criterion: string, one: Typed) => void {
  const latest = useRef(data);
  latest.current = data;
  return useCallback(
    (criterion, one) => {
      const before = latest.current ?? { marks: {} };
      typed({ ...before, marks: { ...before.marks, [criterion]: one } });
    },
    [typed],
  );
}
