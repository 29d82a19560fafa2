import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { AssessorReleased, assessorsNow } from './assessors.ts';

export const releaseAssessor = projectCommand({
  name: 'release-assessor',
  says: { en: 'Release an assessor', fr: 'Décharger un évaluateur du suivi' },
  about:
    'From now on this person assesses and sees the project under way no more, whether they were named or reviewed its application. What they assessed stays.',
  data: z.strictObject({ assessor: PersonId }),
  example: { assessor: 'reviewer-3' },
  refuses: ['not-an-assessor'],

  decide: (state, { data }) => (assessorsNow(state).includes(data.assessor) ? AssessorReleased(data) : refuse('not-an-assessor', data)),
});
