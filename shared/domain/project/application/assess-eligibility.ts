import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { isHolder, projectCommand } from '../project.ts';
import { awaitedSupplement } from './answer.ts';
import { DeclaredEligible, DeclaredIneligible, Finding } from './application.ts';

export const assessEligibility = projectCommand({
  name: 'assess-eligibility',
  says: { en: 'Assess eligibility', fr: 'Examiner la recevabilité, la complétude et l’éligibilité' },
  about:
    'Says whether a submitted application is admissible, complete and eligible. An application that is not is told at least one reason. While missing pieces are awaited, nothing is decided on it.',
  data: z.strictObject({ outcome: z.enum(['eligible', 'ineligible']), reasons: z.array(Finding).max(20) }),
  example: { outcome: 'eligible', reasons: [{ check: 'completeness', reason: 'Every piece of the file is there.' }] },
  refuses: ['application-not-submitted', 'not-by-the-holder', 'supplement-awaited', 'reasons-missing'],

  decide(state, { data: { outcome, reasons }, by }) {
    if (state.stage !== 'submitted') return refuse('application-not-submitted', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    const awaited = awaitedSupplement(state);
    if (awaited) return refuse('supplement-awaited', { dueOn: awaited.dueOn });
    if (outcome === 'eligible') return DeclaredEligible({ reasons });
    return reasons.length === 0 ? refuse('reasons-missing') : DeclaredIneligible({ reasons });
  },
});
