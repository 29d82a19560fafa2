import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Cents } from '../kernel/money.ts';
import { addShares, type ByFunder, Share } from '../programme/shares.ts';

/** Why an application is not selected: what it had, and the least that it needed. */
export const Shortfall = z.strictObject({
  code: z.enum(['total', 'block', 'floor']),
  /** The block or the criterion; absent for the total. */
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

export const SelectionConcluded = decision('selection-concluded', 1, z.strictObject({ ranking: z.array(Ranked), envelope: z.array(EnvelopeUse) }));

/** Money of the envelope that comes back: an award that lapsed or that a funder declined. */
export const AwardReturned = decision(
  'award-returned',
  1,
  z.strictObject({ application: ThingId, shares: z.array(Share), because: z.enum(['agreement-lapsed', 'funding-declined']) }),
);

/** What is committed of the envelope, by funder. */
export const committed = facet({} as ByFunder, [SelectionConcluded, AwardReturned], {
  'selection-concluded': (all, { envelope }) =>
    addShares(
      all,
      envelope.map((use) => ({ funder: use.funder, amount: use.committed })),
    ),
  'award-returned': (all, { shares }) => addShares(all, shares, -1),
});
