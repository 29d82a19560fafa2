/** How long a decision is waited for in the reads that follow it. Views are there within a second; past this they are, or something is broken and told. */
const REMEMBERED_MS = 60_000;
/** As many as a read may name. */
const MOST = 20;

const known = new Map<string, { readonly version: number; readonly since: number }>();

/** Notes that a stream is at a version: by the answer to a command, or by the live updates. @returns whether that was news */
export function noteVersion(stream: string, version: number): boolean {
  const before = known.get(stream);
  if (before && before.version >= version) return false;
  known.delete(stream);
  known.set(stream, { version, since: Date.now() });
  if (known.size > 500) for (const oldest of known.keys()) if (known.size > 400) known.delete(oldest);
  return true;
}

/** The newest version of a stream that is known here, whatever the views have. */
export const versionKnown = (stream: string): number | undefined => known.get(stream)?.version;

const own = new Map<string, number>();

/** Notes what one's own decision brought about: nobody has to be told of that. */
export function noteOwn(stream: string, version: number): void {
  own.set(stream, version);
  noteVersion(stream, version);
}

/** The version that a thing was at after one's own last decision on it, which a page may not show yet. */
export const ownVersion = (stream: string): number | undefined => own.get(stream);

/** What a read has to wait for, as `?after=` takes it: the streams that moved in the last minute. Undefined where none did. */
export function afterNow(): string | undefined {
  const recent = [...known].filter(([, { since }]) => Date.now() - since < REMEMBERED_MS).slice(-MOST);
  return recent.length === 0 ? undefined : recent.map(([stream, { version }]) => `${stream}@${version}`).join(',');
}
