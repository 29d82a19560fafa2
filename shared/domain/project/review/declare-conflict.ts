import { z } from 'zod';
import type { Decision } from '../../kernel/decision.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Policy } from '../../programme/policy.ts';
import { isHolder, type Project, projectCommand } from '../project.ts';
import type { ProjectStage } from '../stage.ts';
import { ConflictDeclared, ConflictNature, type Partaking } from './review.ts';

/** Nothing is judged yet, or no longer. */
const unjudged: readonly ProjectStage[] = ['none', 'case-study', 'draft', 'ended'];

/** Whether something that a person took part in no longer counts by the declaration alone: a review before the selection, an assessment that is not concluded. */
function falls({ stage, srl }: Pick<Project, 'stage' | 'srl'>, person: string, { type, at }: Partaking): boolean {
  if (type === 'review-submitted' || type === 'consensus-recorded') return stage === 'in-review';
  const { open } = srl;
  return type === 'srl-assessed' && open !== undefined && open.opened.at <= at && open.assessments.some(({ assessor }) => assessor === person);
}

/** The declaration of a conflict of interest, with every decision that it touches, and what the policy says has to be looked at again. */
export function conflictOf(state: Project, person: string, nature: ConflictNature, { review: { lateConflict } }: Pick<Policy, 'review'>): Decision {
  const touches = state.partakings[person] ?? [];
  const stands = touches.some((part) => !falls(state, person, part));
  const reopens = !stands || lateConflict === 'record' ? undefined : lateConflict === 'reopen-review' ? 'review' : 'selection';
  return ConflictDeclared({ reviewer: person, nature, ...(touches.length > 0 && { touches: [...touches] }), ...(reopens && { reopens }) });
}

export const declareConflict = projectCommand({
  name: 'declare-conflict',
  says: { en: 'Declare a conflict of interest', fr: 'Déclarer un conflit d’intérêts' },
  about:
    'Somebody who judges, or is about to, says what ties them to the applicant: a reviewer, a member of the committee, an assessor, an administrator. From then on they have no more part in the project. A review or an assessment that is not used yet no longer counts; what was decided with them is listed, and looked at again as the policy says.',
  data: z.strictObject({ nature: ConflictNature }),
  example: { nature: 'board-member' },
  refuses: ['nothing-to-judge', 'not-by-the-holder', 'conflict-already-declared'],

  decide(state, { data: { nature }, by }, { policy }) {
    const declared = state.reviews[by.id]?.conflict;
    if (unjudged.includes(state.stage)) return refuse('nothing-to-judge', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (declared) return refuse('conflict-already-declared', { nature: declared });
    return conflictOf(state, by.id, nature, policy);
  },
});
