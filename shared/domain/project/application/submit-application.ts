import { z } from 'zod';
import { takesApplications } from '../../call/call.ts';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { unanswered } from './answers.ts';
import { ApplicationSubmitted } from './application.ts';
import { consortiumFlaw, consortiumRefusals } from './consortium.ts';
import { Content, financingPlan, missingFrom } from './content.ts';
import { kindsMissing } from './pieces.ts';

export const submitApplication = projectCommand({
  name: 'submit-application',
  says: { en: 'Submit the application', fr: 'Déposer la candidature' },
  about:
    'Hands the application in, while the call is open: complete, with the pieces that the policy requires and what its form requires, with a balanced financing plan, asking for no more than the call grants.',
  data: z.strictObject({}),
  example: {},
  refuses: [
    'application-not-draft',
    'call-takes-no-applications',
    'application-incomplete',
    'pieces-missing',
    'requested-above-maximum',
    'financing-not-balanced',
    ...consortiumRefusals,
  ],

  decide({ stage, application, pieces, consortium }, { at }, known) {
    const { opensOn, closesOn, maxGrant } = known.call.terms;
    if (stage !== 'draft') return refuse('application-not-draft', { stage });
    if (!takesApplications(known.call, at, known.programme.identity.timeZone)) return refuse('call-takes-no-applications', { opensOn, closesOn });
    const content = Content.safeParse(application.content);
    if (!content.success) return refuse('application-incomplete', { missing: missingFrom(application.content) });
    const left = unanswered(known.policy.applicationForm, content.data.answers);
    if (left.length > 0) return refuse('application-incomplete', { missing: left });
    const lacking = kindsMissing(known.policy.application.requiredPieces, pieces);
    if (lacking.length > 0) return refuse('pieces-missing', { pieces: lacking });
    const { requested } = content.data;
    if (requested > maxGrant) return refuse('requested-above-maximum', { requested, maxGrant });
    const { needs, resources } = financingPlan(content.data);
    if (needs !== resources) return refuse('financing-not-balanced', { needs, resources });
    return consortiumFlaw(consortium, needs) ?? ApplicationSubmitted({ requested });
  },
});
