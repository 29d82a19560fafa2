import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { isHolder, projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { accompanies } from '../support/support.ts';
import { AssessorNamed, assessorsNow } from './assessors.ts';

export const nameAssessor = projectCommand({
  name: 'name-assessor',
  says: { en: 'Name an assessor', fr: 'Désigner un évaluateur du suivi' },
  about:
    'Lets a reviewer see and assess this project while it is under way, beside those who reviewed its application: its milestones, its SRL, its consolidation. Never its holder or team, nobody in conflict of interest, nobody who accompanies it.',
  data: z.strictObject({ assessor: PersonId }),
  example: { assessor: 'reviewer-3' },
  refuses: ['project-not-running', 'not-by-the-holder', 'accompanies-the-project', 'conflict-of-interest', 'assessor-already-named'],

  decide(state, { data: { assessor } }) {
    const { stage, conflicts } = state;
    if (!isRunning(stage) && stage !== 'agreement') return refuse('project-not-running', { stage });
    if (isHolder(state, { kind: 'person', id: assessor })) return refuse('not-by-the-holder');
    if (accompanies(state, assessor)) return refuse('accompanies-the-project');
    const conflict = Object.hasOwn(conflicts, assessor) ? conflicts[assessor] : undefined;
    if (conflict) return refuse('conflict-of-interest', { nature: conflict.nature });
    return assessorsNow(state).includes(assessor) ? refuse('assessor-already-named', { assessor }) : AssessorNamed({ assessor });
  },
});
