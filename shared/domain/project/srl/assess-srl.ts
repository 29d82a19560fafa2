import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { isHolder, projectCommand } from '../project.ts';
import { AssessedLevel, SRL_SCALE, SrlLevel } from './scale.ts';
import { SrlAssessed } from './srl.ts';

export const assessSrl = projectCommand({
  name: 'assess-srl',
  says: { en: 'Assess the SRL', fr: 'Apprécier le niveau SRL' },
  about:
    'An assessor says, with evidence, for every level from 1 up to the one that the project claims, whether it is not reached, to consolidate or consolidated. It can be corrected until the review is concluded. Never by the holder.',
  data: z.strictObject({ claimed: SrlLevel, levels: z.array(AssessedLevel).min(1).max(9) }),
  example: {
    claimed: 2,
    levels: [
      { level: 1, outcome: 'consolidated', evidence: 'Survey of needs in twelve villages.' },
      { level: 2, outcome: 'to-consolidate', evidence: 'The concept is written; two of its uses are still vague.' },
    ],
  },
  refuses: ['srl-review-not-open', 'not-by-the-holder', 'srl-levels-incomplete'],

  decide(state, { data: { claimed, levels }, by }) {
    const { open } = state.srl;
    if (!open) return refuse('srl-review-not-open');
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    const expected = Array.from({ length: claimed }, (_, index) => index + 1);
    const assessed = levels.map(({ level }) => level);
    const wrong = [
      ...expected.filter((level) => !assessed.includes(level)),
      ...assessed.filter((level, index) => level > claimed || assessed.indexOf(level) !== index),
    ];
    if (wrong.length > 0) return refuse('srl-levels-incomplete', { levels: wrong });
    const inOrder = levels.toSorted((a, b) => a.level - b.level);
    return SrlAssessed({ review: open.review, assessor: by.id, scale: SRL_SCALE, claimed, levels: inOrder });
  },
});
