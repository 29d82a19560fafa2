import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Cents } from '../kernel/money.ts';
import { Instant } from '../kernel/time.ts';
import { Prose } from '../kernel/words.ts';
import { addShares, type ByFunder, Share } from '../programme/shares.ts';

/** Why an application is not selected: what it had, and the least that it needed. With an unfavourable opinion (`avis`) of the committee, 0 of the 1 needed. */
export const Shortfall = z.strictObject({
  code: z.enum(['total', 'block', 'floor', 'avis']),
  /** The block or the criterion; absent for the total and the avis. */
  of: z.string().optional(),
  had: z.number(),
  needed: z.number(),
});
export type Shortfall = Readonly<z.output<typeof Shortfall>>;

/** One application's place in the selection, with the arithmetic that led there. Scores are rounded to thousandths for reading; the order rests on exact fractions. */
export const Ranked = z.strictObject({
  application: ThingId,
  number: z.int().min(1),
  outcome: z.enum(['selected', 'reserve', 'not-selected']),
  /** Place among those that reach the thresholds, from 1. */
  rank: z.int().min(1).optional(),
  requested: Cents,
  /** Marks are in rising order and name no reviewer. */
  criteria: z.array(z.strictObject({ criterion: z.string(), points: z.int(), marks: z.array(z.number()), mean: z.number(), score: z.number() })),
  blocks: z.array(z.strictObject({ block: z.string(), points: z.int(), score: z.number() })),
  total: z.number(),
  shortfalls: z.array(Shortfall),
  /** What each funder bears, for a selected one. */
  shares: z.array(Share),
});
export type Ranked = Readonly<z.output<typeof Ranked>>;

/** How one funder's part of the envelope was used. */
export const EnvelopeUse = z.strictObject({ funder: ThingId, amount: Cents, keptBack: Cents, committed: Cents });
export type EnvelopeUse = Readonly<z.output<typeof EnvelopeUse>>;

/** Shape 2 knows the shortfall of an unfavourable avis; what shape 1 holds is among it. */
export const SelectionConcluded = decision(
  'selection-concluded',
  2,
  z.strictObject({
    ranking: z.array(Ranked),
    envelope: z.array(EnvelopeUse),
    /** Applications in the order in which the chair's vote put them, where it was needed to part those that tied. */
    chairsOrder: z.array(ThingId).optional(),
  }),
  { 1: (older: unknown) => older },
);

/** An application of the reserve list is selected after all: money came back, or the envelope grew. */
export const PromotedFromReserve = decision(
  'promoted-from-reserve',
  1,
  z.strictObject({ application: ThingId, rank: z.int().min(1), amount: Cents, shares: z.array(Share).min(1) }),
);

/** Why money of the envelope comes back: nobody signed, a funder declined, the applicant withdrew, the agreement was ended, the path ended early, or the aid was reduced. */
export const ReturnReason = z.enum([
  'agreement-lapsed',
  'funding-declined',
  'withdrawn',
  'terminated',
  'early-exit',
  'reduced',
  'award-withdrawn',
  'corrected',
]);
export type ReturnReason = z.output<typeof ReturnReason>;

/** Money of the envelope that comes back: a whole award, or what is left of it. Shape 2 knows more reasons; those of shape 1 are among them. */
export const AwardReturned = decision('award-returned', 2, z.strictObject({ application: ThingId, shares: z.array(Share), because: ReturnReason }), {
  1: (older: unknown) => older,
});

/**
 * A correction selects an application: what its funders bear is taken from the envelope, the part that was kept back included. The record holds from the day of
 * what was corrected; the money is committed from `from`.
 */
export const ReserveDrawn = decision('reserve-drawn', 1, z.strictObject({ application: ThingId, shares: z.array(Share).min(1), from: Instant }));

/** An application that was placed after a correction reaches the thresholds, and waits in reserve: the envelope has no room for it. */
export const PlacedInReserve = decision(
  'placed-in-reserve',
  1,
  z.strictObject({ application: ThingId, rank: z.int().min(1), total: z.number(), requested: Cents }),
);

/** The reserve list holds no longer: those who waited there are not selected. `earlyBecause` where it was closed before its day. */
export const ReserveClosed = decision('reserve-closed', 1, z.strictObject({ applications: z.array(ThingId), earlyBecause: Prose.optional() }));

/** What is committed of the envelope, by funder. */
export const committed = facet({} as ByFunder, [SelectionConcluded, PromotedFromReserve, AwardReturned, ReserveDrawn], {
  'selection-concluded': (all, { envelope }) =>
    addShares(
      all,
      envelope.map((use) => ({ funder: use.funder, amount: use.committed })),
    ),
  'promoted-from-reserve': (all, { shares }) => addShares(all, shares),
  'award-returned': (all, { shares }) => addShares(all, shares, -1),
  'reserve-drawn': (all, { shares }) => addShares(all, shares),
});
