import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isInForce } from './in-force.ts';
import { termination } from './termination.ts';

export const withdrawFromAgreement = projectCommand({
  name: 'withdraw-from-agreement',
  says: { en: 'Withdraw from the agreement', fr: 'Se désister de la convention' },
  about:
    'The holder gives the project up after signature (désistement). What was done is reported and settled as the project closes; the money of phases that were not entered returns to the envelope.',
  data: z.strictObject({ reasons: Prose }),
  example: { reasons: 'The team cannot go on; what was learned will be shared.' },
  refuses: ['agreement-not-in-force'],

  decide(state, { id, data: { reasons } }) {
    if (!isInForce(state)) return refuse('agreement-not-in-force', { stage: state.stage });
    return termination(state, id, { cause: 'holder-withdrew', reasons });
  },
});
