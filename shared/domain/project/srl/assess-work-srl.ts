import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Title } from '../../kernel/words.ts';
import { type Project, projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { figuresOf } from './figures.ts';
import { AssessedLevel, levelsAmiss, SRL_SCALE, SrlLevel } from './scale.ts';
import { barredFromAssessing, whyBarred } from './who-assesses.ts';
import { WorkSrlAssessed } from './works.ts';

/** The works that a project names. */
const worksOf = ({ application }: Project): string[] => (application.content.works ?? []).map(({ name }) => name);

export const assessWorkSrl = projectCommand({
  name: 'assess-work-srl',
  says: { en: 'Assess the SRL of a work', fr: 'Apprécier le niveau SRL d’un chantier' },
  about:
    'Places one work of the project on the scale, apart from the project, with evidence for every level up to the claimed one. The figures of the project stay as its own reviews found them.',
  data: z.strictObject({ work: Title, claimed: SrlLevel, levels: z.array(AssessedLevel).min(1).max(9) }),
  example: {
    work: 'Trial workshops',
    claimed: 1,
    levels: [{ level: 1, outcome: 'consolidated', evidence: 'The need was described with forty inhabitants.' }],
  },
  refuses: ['project-not-running', ...barredFromAssessing, 'work-unknown', 'srl-levels-incomplete'],

  decide(state, { data: { work, claimed, levels }, by }) {
    if (!isRunning(state.stage)) return refuse('project-not-running', { stage: state.stage });
    const barred = whyBarred(state, by);
    if (barred) return barred;
    if (!worksOf(state).includes(work)) return refuse('work-unknown', { work });
    const amiss = levelsAmiss(claimed, levels);
    if (amiss.length > 0) return refuse('srl-levels-incomplete', { levels: amiss });
    const inOrder = levels.toSorted((a, b) => a.level - b.level);
    return WorkSrlAssessed({ work, assessor: by.id, scale: SRL_SCALE, claimed, levels: inOrder, ...figuresOf(levels) });
  },
});
