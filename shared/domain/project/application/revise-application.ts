import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { ApplicationRevised } from './application.ts';
import { openFor } from './changing.ts';
import { Draft, financingPlan } from './content.ts';

export const reviseApplication = projectCommand({
  name: 'revise-application',
  says: { en: 'Revise the application', fr: 'Compléter la candidature' },
  about:
    'Writes or changes parts of a draft, as long as the call takes applications, or of an application whose missing pieces were asked for; what is left out stays as it was. Amounts are in cents. Name organisations, never persons.',
  data: Draft.refine((parts) => Object.keys(parts).length > 0, 'give at least one part of the application'),
  example: {
    title: 'Repair workshops in every village',
    summary: 'Shared workshops where inhabitants repair what they own, run with the municipalities.',
    finality: 'Nobody has to throw away what can be mended.',
    organisation: 'Les Ateliers de Nulle-Part',
    works: [
      { name: 'Five trial workshops', category: 'experimentation', description: 'Try five forms of workshop in five villages.' },
      { name: 'Charter of municipalities', category: 'cooperation', description: 'Agree on how premises and tools are shared.' },
    ],
    budget: {
      needs: [
        { label: 'Staff', amount: 9_000_000 },
        { label: 'Tools', amount: 2_000_000 },
      ],
      resources: [{ label: 'Own funds', amount: 2_000_000 }],
    },
    requested: 9_000_000,
    expectedStart: '2027-09-01',
    selfAssessment: [{ criterion: 'cooperation', text: 'Twelve municipalities and two trade schools take part.' }],
  },
  refuses: ['application-not-draft', 'call-takes-no-applications', 'requested-is-fixed', 'financing-not-balanced'],

  decide(state, { data, at }, known) {
    const open = openFor(state, at, known);
    if (isRefusal(open)) return open;
    const revised = ApplicationRevised({ ...data, ...open });
    if (open.supplement === undefined) return revised;
    const { requested } = state.application;
    if (data.requested !== undefined && data.requested !== requested) return refuse('requested-is-fixed', { requested });
    if (!data.budget) return revised;
    const { needs, resources } = financingPlan({ budget: data.budget, requested });
    return needs === resources ? revised : refuse('financing-not-balanced', { needs, resources });
  },
});
