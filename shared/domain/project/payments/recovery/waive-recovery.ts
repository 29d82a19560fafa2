import { z } from 'zod';
import { refuse } from '../../../kernel/refusal.ts';
import { Prose } from '../../../kernel/words.ts';
import { totalOf } from '../../../programme/shares.ts';
import { isOnFile } from '../../checks/control-period.ts';
import { isHolder, projectCommand } from '../../project.ts';
import { owedOn, RecoveryNumber, RecoveryWaived } from './recovery.ts';

export const waiveRecovery = projectCommand({
  name: 'waive-recovery',
  says: { en: 'Waive a recovery', fr: 'Abandonner un reversement' },
  about:
    'Gives up what is left of a claim, with reasons: by remission (remise gracieuse), or because it cannot be had (admission en non-valeur). Both are acts of the authority.',
  data: z.strictObject({ recovery: RecoveryNumber, ground: z.enum(['remission', 'irrecoverable']), reasons: Prose }),
  example: { recovery: 1, ground: 'irrecoverable', reasons: 'The organisation was wound up; the liquidation closed for want of assets.' },
  refuses: ['project-not-running', 'not-by-the-holder', 'recovery-closed'],

  decide(state, { data, by }) {
    const claim = state.recoveries[data.recovery];
    if (!isOnFile(state)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    const owed = claim ? owedOn(claim) : [];
    if (totalOf(owed) === 0) return refuse('recovery-closed', { recovery: data.recovery });
    return RecoveryWaived({ ...data, amount: totalOf(owed), shares: owed });
  },
});
