import { useCallback, useEffect, useRef, useState } from 'react';
import { newKey } from '../api/decide.ts';
import { type Draft, find, forget, put, putOnLeaving } from './kept.ts';

const SAVED_AFTER_MS = 300;

const begun = <Data>(data: Data): Draft<Data> => ({ data, key: newKey(), savedAt: new Date().toISOString() });

export interface Kept<Data> {
  /** Undefined until the browser's store was looked into. */
  readonly draft: Draft<Data> | undefined;
  /** Whether it was there before: something typed earlier is shown again. */
  readonly restored: boolean;
  readonly change: (data: Data) => void;
  /** Forgets it: what was typed is recorded, or given up. */
  readonly discard: () => Promise<void>;
}

/**
 * What is typed into a form, kept in the browser at every pause of typing, so that a refusal, a sign-out, a reload or a lost network costs nothing.
 * `name` says whose draft of what: begin it with the account's id.
 */
export function useDraft<Data>(name: string, initial: Data): Kept<Data> {
  const [draft, setDraft] = useState<Draft<Data>>();
  const [restored, setRestored] = useState(false);
  const latest = useRef<Draft<Data>>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const beginning = useRef(initial);
  beginning.current = initial;
  const shown = useRef<Draft<Data>>(undefined);
  const show = useCallback((next: Draft<Data>) => {
    shown.current = next;
    setDraft(next);
  }, []);

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (latest.current) void put(name, latest.current);
  }, [name]);

  useEffect(() => {
    let here = true;
    void find<Data>(name).then((found) => {
      if (!here) return;
      setRestored(found !== undefined);
      show(found ?? begun(beginning.current));
    });
    const leaving = () => {
      if (latest.current) putOnLeaving(name, latest.current);
    };
    addEventListener('pagehide', leaving);
    return () => {
      here = false;
      if (timer.current !== undefined) keep();
      removeEventListener('pagehide', leaving);
      latest.current = undefined;
    };
  }, [name, keep, show]);

  const change = useCallback(
    (data: Data) => {
      latest.current = { ...begun(data), ...(shown.current && { key: shown.current.key }) };
      show(latest.current);
      timer.current ??= setTimeout(keep, SAVED_AFTER_MS);
    },
    [keep, show],
  );

  const discard = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    latest.current = undefined;
    setRestored(false);
    // At once, and not when the browser's database has answered: what is typed meanwhile is another draft.
    show(begun(beginning.current));
    await forget(name);
  }, [name, show]);

  return { draft, restored, change, discard };
}
