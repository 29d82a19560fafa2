import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { AssessedLevel, levelsAmiss, SRL_SCALE, SrlLevel } from './scale.ts';
import { SrlAssessed } from './srl.ts';
import { barredFromAssessing, whyBarred } from './who-assesses.ts';

export const assessSrl = projectCommand({
  name: 'assess-srl',
  says: { en: 'Assess the SRL', fr: 'Apprécier le niveau SRL' },
  about:
    'An assessor says, with evidence, for every level from 1 up to the one that the project claims, whether it is not reached, to consolidate or consolidated. It can be corrected until the review is concluded. Never by the holder, nor by whoever accompanies the project; where the policy asks for two assessors, each assesses alone.',
  data: z.strictObject({ claimed: SrlLevel, levels: z.array(AssessedLevel).min(1).max(9) }),
  example: {
    claimed: 2,
    levels: [
      { level: 1, outcome: 'consolidated', evidence: 'Survey of needs in twelve villages.' },
      { level: 2, outcome: 'to-consolidate', evidence: 'The concept is written; two of its uses are still vague.', confidentiality: 'assessors' },
    ],
  },
  refuses: ['srl-review-not-open', ...barredFromAssessing, 'srl-assessors-complete', 'srl-levels-incomplete'],

  decide(state, { data: { claimed, levels }, by }) {
    const { open } = state.srl;
    if (!open) return refuse('srl-review-not-open');
    const barred = whyBarred(state, by);
    if (barred) return barred;
    const { assessors = 1, assessments } = open;
    const others = assessments.filter(({ assessor }) => assessor !== by.id);
    if (assessors > 1 && others.length >= assessors) return refuse('srl-assessors-complete');
    const amiss = levelsAmiss(claimed, levels);
    if (amiss.length > 0) return refuse('srl-levels-incomplete', { levels: amiss });
    const inOrder = levels.toSorted((a, b) => a.level - b.level);
    return SrlAssessed({ review: open.review, assessor: by.id, scale: SRL_SCALE, claimed, levels: inOrder });
  },
});
