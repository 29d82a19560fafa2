import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { WithdrawalDropped } from './withdrawal.ts';
import { pendingWithdrawal } from './withdrawing.ts';

export const dropWithdrawal = projectCommand({
  name: 'drop-withdrawal',
  says: { en: 'Drop the announced withdrawal', fr: 'Renoncer au retrait annoncé' },
  about: 'The award stands: what the holder answered, or what was found since, speaks for it.',
  data: z.strictObject({ reasons: Prose }),
  example: { reasons: 'The new partner meets the condition.' },
  refuses: ['no-withdrawal-announced'],

  decide: (state, { data }) => (pendingWithdrawal(state) ? WithdrawalDropped(data) : refuse('no-withdrawal-announced')),
});
