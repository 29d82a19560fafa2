import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { AgreementResumed } from './agreement.ts';
import { inForce } from './in-force.ts';

export const resumeAgreement = projectCommand({
  name: 'resume-agreement',
  says: { en: 'Resume the agreement', fr: 'Reprendre la convention' },
  about: 'Ends a suspension: the project is in its phase again, and what was due moves by as many days as the suspension lasted.',
  data: z.strictObject({ reasons: Prose }),
  example: { reasons: 'The premises are open again.' },
  refuses: ['agreement-not-suspended'],

  decide(state, { data: { reasons } }) {
    const suspended = inForce(state)?.suspended;
    if (state.stage !== 'suspended' || !suspended) return refuse('agreement-not-suspended', { stage: state.stage });
    return AgreementResumed({ phase: suspended.phase, reasons });
  },
});
