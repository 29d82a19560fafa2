import type { Moment } from '../kernel/decision.ts';
import { momentOf } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import type { Cents } from '../kernel/money.ts';
import { countingFrom } from '../process/counting.ts';
import { type Programme, policyInForce } from '../programme/programme.ts';
import { type ByFunder, type Share, shareOut } from '../programme/shares.ts';
import { keptBackOf } from './ranking.ts';
import { AwardReturned, PlacedInReserve, PromotedFromReserve, ReserveClosed, ReserveDrawn, SelectionConcluded } from './selection.ts';
import type { Calendar } from './stage.ts';
import { byFunder, CallAmended, type Terms } from './terms.ts';

/** An application on the reserve list (liste complémentaire). */
export interface Waiting {
  readonly application: string;
  readonly rank: number;
  readonly total: number;
  readonly requested: Cents;
}

/** The reserve list, by rank, and the decision that last changed what could be promoted from it. */
export interface Reserve {
  readonly waiting: readonly Waiting[];
  readonly changed?: Moment;
  /** Since when somebody has waited: the list holds for a time from then. */
  readonly since?: Moment;
}

const without = ({ waiting }: Reserve, gone: string): readonly Waiting[] => waiting.filter(({ application }) => application !== gone);

/** Whoever withdraws from the reserve leaves it by an `award-returned` without shares. */
export const reserve = facet(
  { waiting: [] } as Reserve,
  [SelectionConcluded, AwardReturned, PromotedFromReserve, CallAmended, ReserveDrawn, PlacedInReserve, ReserveClosed],
  {
    'selection-concluded': (_, { ranking }, happened) => ({
      waiting: ranking
        .filter(({ outcome }) => outcome === 'reserve')
        .map(({ application, rank, total, requested }) => ({ application, rank: rank ?? 0, total, requested })),
      changed: momentOf(happened),
      since: momentOf(happened),
    }),
    'reserve-closed': (all, { applications }) => ({ ...all, waiting: all.waiting.filter(({ application }) => !applications.includes(application)) }),
    'award-returned': (all, { application }, happened) => ({ ...all, waiting: without(all, application), changed: momentOf(happened) }),
    'reserve-drawn': (all, { application, from }, { id }) => ({ ...all, waiting: without(all, application), changed: { at: from, id } }),
    'placed-in-reserve': (all, placed, happened) => ({
      waiting: [...without(all, placed.application), placed].toSorted((a, b) => a.rank - b.rank),
      changed: momentOf(happened),
      since: all.waiting.length > 0 && all.since ? all.since : momentOf(happened),
    }),
    'promoted-from-reserve': (all, { application }, happened) => ({ ...all, waiting: without(all, application), changed: momentOf(happened) }),
    'call-amended': (all, { envelope }, happened) => (envelope === undefined ? all : { ...all, changed: momentOf(happened) }),
  },
);

/** The last day on which somebody can be promoted from the reserve list; undefined where nobody waits. */
export function lastDayOfReserve({ reserve: { since, waiting } }: { readonly reserve: Reserve }, programme: Programme): string | undefined {
  if (!since || waiting.length === 0) return undefined;
  const { policy, after } = countingFrom(since, programme);
  return after(policy.calls.reserveValidity);
}

interface Funds {
  readonly terms: Terms;
  readonly committed: ByFunder;
  readonly calendar: Calendar;
  readonly reserve: Reserve;
}

/** Somebody in reserve, and what each funder would bear of what they asked for. */
export interface Promotion extends Waiting {
  readonly shares: readonly Share[];
}

/**
 * Who comes next from the reserve list, by the policy that the selection was concluded under: the first, or, where that policy says so, the first who fits.
 * To fit is that no funder goes beyond its part of the envelope, less what is committed and what is kept back.
 */
export function nextInReserve({ terms, committed, calendar, reserve: { waiting } }: Funds, programme: Programme): Promotion | undefined {
  if (!calendar.concluded) return undefined;
  const { policy } = policyInForce(programme, calendar.concluded.at);
  const envelope = byFunder(terms.envelope);
  const free = new Map(
    envelope.map(({ funder, amount }) => [funder, amount - keptBackOf(amount, policy.envelopeReserve) - (committed[funder] ?? 0)] as const),
  );
  const candidates = policy.calls.reserveOrder === 'strict' ? waiting.slice(0, 1) : waiting;
  return candidates
    .map((one) => ({ ...one, shares: shareOut(one.requested, envelope) }))
    .find(({ shares }) => shares.every(({ funder, amount }) => amount <= free.get(funder)!));
}
