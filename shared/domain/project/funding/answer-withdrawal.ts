import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { WithdrawalAnswered } from './withdrawal.ts';
import { pendingWithdrawal } from './withdrawing.ts';

export const answerWithdrawal = projectCommand({
  name: 'answer-withdrawal',
  says: { en: 'Answer the announced withdrawal', fr: 'Présenter ses observations sur le retrait' },
  about:
    'The holder says what speaks against taking the award back. From then on the authority can decide without waiting for the last day of the hearing.',
  data: z.strictObject({ answer: Prose }),
  example: { answer: 'Another partner has joined; its letter is attached to the file.' },
  refuses: ['no-withdrawal-announced', 'withdrawal-already-answered'],

  decide(state, { data }) {
    if (!pendingWithdrawal(state)) return refuse('no-withdrawal-announced');
    return state.withdrawal.answered ? refuse('withdrawal-already-answered') : WithdrawalAnswered(data);
  },
});
