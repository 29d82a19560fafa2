import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isPast } from '../agreement/last-day.ts';
import { backToEnvelope, termination } from '../agreement/termination.ts';
import { projectCommand } from '../project.ts';
import { aidGone } from './aid-of-award.ts';
import { AwardWithdrawn } from './withdrawal.ts';
import { hearingDay, lastDayToWithdraw, pendingWithdrawal } from './withdrawing.ts';

export const withdrawAward = projectCommand({
  name: 'withdraw-award',
  says: { en: 'Withdraw the award', fr: 'Retirer l’aide' },
  about:
    'Takes back an award whose withdrawal was announced, once the holder has answered or the time to answer is over; another person than the one who announced it decides. Before signature the award returns to the envelope; after it the agreement ends, and what was paid is settled as the project closes.',
  data: z.strictObject({ reasons: Prose }),
  example: { reasons: 'The condition of the award is not kept, and the answer of the holder names no way to keep it.' },
  refuses: ['no-withdrawal-announced', 'second-person-needed', 'hearing-not-over', 'withdrawal-too-late'],

  decide(state, { id, data: { reasons }, by, at }, { programme }) {
    const { answered } = state.withdrawal;
    const { awarded } = state.funding;
    const announced = pendingWithdrawal(state);
    if (!announced || !awarded) return refuse('no-withdrawal-announced');
    if (announced.by === by.id) return refuse('second-person-needed');

    const hearing = hearingDay(announced, programme);
    if (!answered && !isPast(hearing, at, programme)) return refuse('hearing-not-over', { lastDay: hearing });
    const lastDay = lastDayToWithdraw(awarded, programme);
    if (announced.ground === 'unlawful' && isPast(lastDay, at, programme)) return refuse('withdrawal-too-late', { lastDay });

    const { ground } = announced;
    if (state.agreement)
      return [AwardWithdrawn({ ground, reasons, afterSignature: true }), ...termination(state, id, { cause: 'award-withdrawn', reasons })];
    return [AwardWithdrawn({ ground, reasons }), ...backToEnvelope(state, id, awarded.shares, 'award-withdrawn'), ...aidGone(state, id, reasons)];
  },
});
