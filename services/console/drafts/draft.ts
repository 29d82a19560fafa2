import { createStore, del, get, set } from 'idb-keyval';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newKey } from '../api/decide.ts';

/** What somebody has typed and not sent yet, with the key under which it will be recorded, once. */
export interface Draft<Data> {
  readonly data: Data;
  readonly key: string;
  readonly savedAt: string;
}

const store = createStore('jalon', 'drafts');
const SAVED_AFTER_MS = 300;
const LEFT_AS = 'jalon.left.';

/** As a page goes away there is no time for the browser’s database, nor for what was just given to it: what was typed is put where it is kept at once. */
function putOnLeaving<Data>(name: string, draft: Draft<Data>): void {
  try {
    localStorage.setItem(LEFT_AS + name, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing (private window, full disk) must not keep somebody from deciding.
  }
}

function takeLeft<Data>(name: string): Draft<Data> | undefined {
  try {
    const left = localStorage.getItem(LEFT_AS + name);
    localStorage.removeItem(LEFT_AS + name);
    return left === null ? undefined : (JSON.parse(left) as Draft<Data>);
  } catch {
    return undefined;
  }
}

const newerOf = <Data>(one: Draft<Data> | undefined, other: Draft<Data> | undefined): Draft<Data> | undefined =>
  one && other ? (one.savedAt > other.savedAt ? one : other) : (one ?? other);

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
    // A browser that keeps nothing (private window, full disk) must not keep somebody from deciding.
    if (latest.current) void set(name, latest.current, store).catch(() => undefined);
  }, [name]);

  useEffect(() => {
    let here = true;
    const begin = (stored: Draft<Data> | undefined) => {
      if (!here) return;
      const found = newerOf(takeLeft<Data>(name), stored);
      if (found && found !== stored) void set(name, found, store).catch(() => undefined);
      setRestored(found !== undefined);
      show(found ?? begun(beginning.current));
    };
    get<Draft<Data>>(name, store).then(begin, () => begin(undefined));
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
    takeLeft(name);
    setRestored(false);
    // At once, and not when the browser's database has answered: what is typed meanwhile is another draft.
    show(begun(beginning.current));
    await del(name, store).catch(() => undefined);
  }, [name, show]);

  return { draft, restored, change, discard };
}
