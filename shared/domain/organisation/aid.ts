import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Cents } from '../kernel/money.ts';
import { Day } from '../kernel/time.ts';
import { Prose, Title } from '../kernel/words.ts';

/**
 * Under which rules of State aid an aid is granted (régime d’aide): one of the three de minimis regimes (general, services of general economic interest,
 * farming), a scheme that is exempted from notification or was notified, or none because it is no State aid.
 */
export const AidRegime = z.enum(['general', 'sieg', 'farming', 'exempted', 'notified', 'none']);
export type AidRegime = z.output<typeof AidRegime>;

/** An aid that an organisation was granted, by whomever. */
export const Aid = z.strictObject({
  /** Its name in the organisation’s history, chosen by whoever declares it. */
  aid: ThingId,
  /** The body that granted it. */
  granter: Title,
  regime: AidRegime,
  /** Gross grant equivalent in euro cents. */
  amount: Cents.min(1),
  /** The day on which the right to it was given, whenever it is paid. */
  grantedOn: Day,
  /** Where it is known from: the organisation says so, a register of aid lists it, or it is an award of ours. */
  source: z.enum(['declared', 'register', 'award']),
});
export type Aid = Readonly<z.output<typeof Aid>>;

export const AidDeclared = decision('aid-declared', 1, Aid);
/** The aid was never granted, or the right to it is gone: it no longer counts. */
export const AidCancelled = decision('aid-cancelled', 1, z.strictObject({ aid: ThingId, reasons: Prose }));

/** Less is granted than at first: an amendment, an early end or the balance brought the aid down. What is left counts from the first day on. */
export const AidReduced = decision('aid-reduced', 1, z.strictObject({ aid: ThingId, by: Cents.min(1), reasons: Prose }));

/** The aids of an organisation that count, by their names. */
export type Aids = Readonly<Record<string, Aid>>;

const without = (all: Aids, aid: string): Aids => Object.fromEntries(Object.entries(all).filter(([name]) => name !== aid));

export const aids = facet({} as Aids, [AidDeclared, AidReduced, AidCancelled], {
  'aid-declared': (all, declared) => ({ ...all, [declared.aid]: declared }),
  'aid-reduced': (all, { aid, by }) => {
    const known = all[aid];
    if (!known) return all;
    return known.amount > by ? { ...all, [aid]: { ...known, amount: known.amount - by } } : without(all, aid);
  },
  'aid-cancelled': (all, { aid }) => without(all, aid),
});
