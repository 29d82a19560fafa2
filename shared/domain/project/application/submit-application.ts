import { z } from 'zod';
import { takesApplications, today } from '../../call/call.ts';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { ApplicationSubmitted } from './application.ts';
import { Content, financingPlan, missingFrom } from './content.ts';

export const submitApplication = projectCommand({
  name: 'submit-application',
  says: { en: 'Submit the application', fr: 'Déposer la candidature' },
  about: 'Hands the application in, while the call is open: complete, with a balanced financing plan, asking for no more than the call grants.',
  data: z.strictObject({}),
  example: {},
  refuses: ['application-not-draft', 'call-takes-no-applications', 'application-incomplete', 'requested-above-maximum', 'financing-not-balanced'],

  decide({ stage, application }, { at }, known) {
    const { opensOn, closesOn, maxGrant } = known.call.terms;
    if (stage !== 'draft') return refuse('application-not-draft', { stage });
    if (!takesApplications(known.call, today(known, at))) return refuse('call-takes-no-applications', { opensOn, closesOn });
    const content = Content.safeParse(application.content);
    if (!content.success) return refuse('application-incomplete', { missing: missingFrom(application.content) });
    const { requested } = content.data;
    if (requested > maxGrant) return refuse('requested-above-maximum', { requested, maxGrant });
    const { needs, resources } = financingPlan(content.data);
    if (needs !== resources) return refuse('financing-not-balanced', { needs, resources });
    return ApplicationSubmitted({ requested });
  },
});
