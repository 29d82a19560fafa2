import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isPast } from '../agreement/last-day.ts';
import { projectCommand } from '../project.ts';
import { WithdrawalAnnounced, WithdrawalGround } from './withdrawal.ts';
import { canBeWithdrawn, lastDayToWithdraw } from './withdrawing.ts';

export const announceWithdrawal = projectCommand({
  name: 'announce-withdrawal',
  says: { en: 'Announce the withdrawal of the award', fr: 'Annoncer le retrait de l’aide' },
  about:
    'Tells the holder, with reasons, that the authority means to take the award back: because it was unlawful, within four months of it (CRPA L242-1), or because its conditions are not kept (L242-2). The holder is heard first (L122-1).',
  data: z.strictObject({ ground: WithdrawalGround, reasons: Prose }),
  example: { ground: 'conditions-not-kept', reasons: 'The partner named in the award has left, and no other was found.' },
  refuses: ['no-award-to-withdraw', 'withdrawal-already-announced', 'withdrawal-too-late'],

  decide(state, { data, at }, { programme }) {
    const { awarded } = state.funding;
    if (!awarded || !canBeWithdrawn(state)) return refuse('no-award-to-withdraw', { stage: state.stage });
    if (state.withdrawal.announced) return refuse('withdrawal-already-announced');
    const lastDay = lastDayToWithdraw(awarded, programme);
    if (data.ground === 'unlawful' && isPast(lastDay, at, programme)) return refuse('withdrawal-too-late', { lastDay });
    return WithdrawalAnnounced(data);
  },
});
