import type { AsOf, LoggedDecision } from '@jalon/decision-log';
import { differences, streamOf, Text } from '@jalon/domain';
import { z } from 'zod';
import { entryOf, JournalEntry } from '../audit-journal/journal.ts';
import { pageOf } from './page.ts';
import { Past } from './past.ts';
import type { PastLog, PastStates } from './past-states.ts';
import { Reason, reasonsOf } from './reasons.ts';

/** By which of its two times a decision lies between two instants. */
export const Switch = z.enum(['took-effect', 'was-known']);
export type Switch = z.output<typeof Switch>;

/** From an instant to a later one (ISO 8601, milliseconds, UTC). */
export interface Between {
  readonly from: string;
  readonly to: string;
  readonly by: Switch;
}

/** A decision between the two instants: who, when, under which policy and rule (as in the journal), and why. */
export const Decided = JournalEntry.extend({ reasons: z.array(Reason) });

/** A field of the page that is not the same at the two instants; absent where nothing stands there. Entries of lists go by what names them. */
export const Changed = z.strictObject({ path: z.array(z.string()).min(1), before: z.unknown().optional(), after: z.unknown().optional() });

/** What changed on a thing between two instants: decision by decision, and field by field. */
export const Differences = z.strictObject({
  stream: z.string(),
  from: z.string(),
  to: z.string(),
  by: Switch,
  decisions: z.array(Decided),
  changed: z.array(Changed),
});
export type Differences = z.output<typeof Differences>;

/** A thing of a programme on which something was decided between two instants, and how much. */
export const Touched = z.strictObject({ stream: z.string(), title: Text.optional(), decisions: z.int() });
export type Touched = z.output<typeof Touched>;

export const asOfInstant = (instant: string, by: Switch): AsOf => (by === 'was-known' ? { knownAt: instant } : { effectAt: instant });

/** Entries of the lists of a page go by these, so that one that is added does not make those after it look changed. */
const naming = ['funder', 'application', 'milestone', 'obligation', 'condition', 'reservation', 'recovery', 'report', 'name', 'label', 'criterion'];
/** What each decision changes says nothing. */
const counting: ReadonlySet<string> = new Set(['version', 'lastDecisionAt']);

/** What changed on a thing between two instants; undefined where it was not there by the later one. */
export async function differencesOf(
  log: PastLog,
  states: PastStates,
  tenant: string,
  { kind, id }: { readonly kind: string; readonly id: string },
  { from, to, by }: Between,
): Promise<Differences | undefined> {
  const page = (instant: string) => pageOf(new Past(states, tenant, asOfInstant(instant, by)), kind, id, instant);
  const stream = streamOf(kind, id);
  const [before, after, decisions] = await Promise.all([page(from), page(to), log.readStream(tenant, stream, asOfInstant(to, by))]);
  if (!after) return undefined;
  return {
    stream,
    from,
    to,
    by,
    decisions: decisions.filter(isAfter(from, by)).map((decision) => ({ ...entryOf(decision), reasons: [...reasonsOf(decision)] })),
    changed: differences(before ?? {}, after, naming)
      .filter(({ field }) => !counting.has(field))
      .map(({ field, path, ...values }) => ({ path: [field, ...path], ...values })),
  };
}

const isAfter =
  (from: string, by: Switch) =>
  ({ recordedAt, occurredAt }: LoggedDecision): boolean =>
    (by === 'was-known' ? recordedAt : occurredAt) > from;

/** On which of these streams something was decided between two instants, those with the most first. */
export async function touchedOf(log: PastLog, tenant: string, streams: readonly string[], { from, to, by }: Between): Promise<readonly Touched[]> {
  const [before, after] = await Promise.all([from, to].map((instant) => log.standing(tenant, { streams }, asOfInstant(instant, by))));
  const had = new Map(before?.map(({ stream, decisions }) => [stream, decisions]));
  return (after ?? [])
    .map(({ stream, decisions }) => ({ stream, decisions: decisions - (had.get(stream) ?? 0) }))
    .filter(({ decisions }) => decisions > 0)
    .sort((a, b) => b.decisions - a.decisions || (a.stream < b.stream ? -1 : 1));
}
