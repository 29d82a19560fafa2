import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isProblem, type Problem } from '../api/problem.ts';

/**
 * How long one has to pause before what is typed is recorded by itself. In the browser it is kept at every pause; each revision stays in the log for ever, so they
 * are few: at a long pause, on going elsewhere, on leaving the page.
 */
const RECORDED_AFTER_MS = 20_000;

export interface Recording<Work extends string> {
  /** What is being sent. */
  readonly busy: Work | undefined;
  /** Why the last of it was refused. */
  readonly problem: Problem | undefined;
  /** Does one work after the other, so that each knows what the one before it recorded. @returns what the work says, false where it was refused */
  readonly inTurn: (what: Work, work: () => Promise<boolean>) => Promise<boolean>;
}

/** The recording of what is written on one page, one work at a time. */
export function useRecording<Work extends string>(): Recording<Work> {
  const queries = useQueryClient();
  const [busy, setBusy] = useState<Work>();
  const [problem, setProblem] = useState<Problem>();
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = useCallback(
    (what: Work, work: () => Promise<boolean>): Promise<boolean> => {
      const going = last.current.then(async () => {
        setBusy(what);
        setProblem(undefined);
        try {
          return await work();
        } catch (error) {
          if (!isProblem(error)) throw error;
          setProblem(error);
          if (error.status === 401) await queries.invalidateQueries({ queryKey: ['me'] });
          return false;
        } finally {
          setBusy(undefined);
        }
      });
      last.current = going.catch(() => undefined);
      return going;
    },
    [queries],
  );
  return { busy, problem, inTurn };
}

/** Records by itself what is written: at a long pause, and when the page is no longer looked at. `written` is undefined where there is nothing to record. */
export function useRecordedAtPauses(written: unknown, record: () => Promise<boolean>): void {
  useEffect(() => {
    if (written === undefined) return;
    const timer = setTimeout(() => void record(), RECORDED_AFTER_MS);
    const leaving = () => document.visibilityState === 'hidden' && void record();
    document.addEventListener('visibilitychange', leaving);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', leaving);
    };
  }, [written, record]);
}
