import { createStore, del, get, set } from 'idb-keyval';

/** What somebody has typed and not sent yet, with the key under which it will be recorded, once. */
export interface Draft<Data> {
  readonly data: Data;
  readonly key: string;
  readonly savedAt: string;
}

/** What a page had no time to give to the browser’s database: a draft as it was left, or that it was forgotten (recorded, or given up). */
export type Left<Data> = Draft<Data> | { readonly forgottenAt: string };

const store = createStore('jalon', 'drafts');
const LEFT_AS = 'jalon.left.';

// A browser that keeps nothing (private window, full disk) must not keep somebody from deciding: no failure of it is told.

/** Keeps a draft. */
export const put = <Data>(name: string, draft: Draft<Data>): Promise<void> => set(name, draft, store).catch(() => undefined);

/** As a page goes away there is no time for the browser’s database, nor for what was just given to it: what was typed is put where it is kept at once. */
export const putOnLeaving = <Data>(name: string, draft: Draft<Data>): void => leave(name, draft);

/** Forgets a draft, also where the page goes away before the browser’s database has answered. */
export async function forget(name: string): Promise<void> {
  leave(name, { forgottenAt: new Date().toISOString() });
  await del(name, store).then(
    () => {
      const left = leftOf(name);
      if (left && 'forgottenAt' in left) localStorage.removeItem(LEFT_AS + name);
    },
    () => undefined,
  );
}

/** The draft that is kept under a name. What was left in haste is put in its place. */
export async function find<Data>(name: string): Promise<Draft<Data> | undefined> {
  const stored = await get<Draft<Data>>(name, store).catch(() => undefined);
  const left = leftOf<Data>(name);
  const found = newest(stored, left);
  if (left) {
    await (found ? put(name, found) : del(name, store).catch(() => undefined));
    localStorage.removeItem(LEFT_AS + name);
  }
  return found;
}

/** The draft that stands, of what the database has and what was left in haste: the later of the two, and none where it was forgotten since. */
export function newest<Data>(stored: Draft<Data> | undefined, left: Left<Data> | undefined): Draft<Data> | undefined {
  if (!left) return stored;
  if ('forgottenAt' in left) return stored && stored.savedAt > left.forgottenAt ? stored : undefined;
  return stored && stored.savedAt > left.savedAt ? stored : left;
}

function leave<Data>(name: string, left: Left<Data>): void {
  try {
    localStorage.setItem(LEFT_AS + name, JSON.stringify(left));
  } catch {
    // See above.
  }
}

function leftOf<Data>(name: string): Left<Data> | undefined {
  try {
    const left = localStorage.getItem(LEFT_AS + name);
    return left === null ? undefined : (JSON.parse(left) as Left<Data>);
  } catch {
    return undefined;
  }
}
