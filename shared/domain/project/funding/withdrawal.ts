import { z } from 'zod';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Prose } from '../../kernel/words.ts';
import { GrantAwarded } from './funding.ts';

/** Why an award can be withdrawn: it was unlawful (CRPA L242-1), or the conditions on which it was granted are not kept (L242-2). */
export const WithdrawalGround = z.enum(['unlawful', 'conditions-not-kept']);
export type WithdrawalGround = z.output<typeof WithdrawalGround>;

export const WithdrawalAnnounced = decision('withdrawal-announced', 1, z.strictObject({ ground: WithdrawalGround, reasons: Prose }));
export const WithdrawalAnswered = decision('withdrawal-answered', 1, z.strictObject({ answer: Prose }));
export const WithdrawalDropped = decision('withdrawal-dropped', 1, z.strictObject({ reasons: Prose }));
/** The authority took the award back (retrait): the project is refused, or, after signature, its agreement ends in the same append. */
export const AwardWithdrawn = decision(
  'award-withdrawn',
  1,
  z.strictObject({ ground: WithdrawalGround, reasons: Prose, afterSignature: z.literal(true).optional() }),
);

/** A withdrawal that was announced and is not decided yet; empty where there is none. */
export interface Withdrawal {
  readonly announced?: Moment & { readonly by: string; readonly ground: WithdrawalGround };
  readonly answered?: Moment;
}

const steps = [GrantAwarded, WithdrawalAnnounced, WithdrawalAnswered, WithdrawalDropped, AwardWithdrawn] as const;

export const withdrawal = facet({} as Withdrawal, steps, {
  'grant-awarded': () => ({}),
  'withdrawal-announced': (_, { ground }, happened) => ({ announced: { ...momentOf(happened), by: happened.by.id, ground } }),
  'withdrawal-answered': (all, _, happened) => ({ ...all, answered: momentOf(happened) }),
  'withdrawal-dropped': () => ({}),
  'award-withdrawn': () => ({}),
});
