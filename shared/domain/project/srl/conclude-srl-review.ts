import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { isHolder, projectCommand } from '../project.ts';
import { figuresOf } from './scale.ts';
import { PlanLine, SrlReviewConcluded } from './srl.ts';

export const concludeSrlReview = projectCommand({
  name: 'conclude-srl-review',
  says: { en: 'Conclude the SRL review', fr: 'Conclure la revue SRL' },
  about:
    'Ends the review: the levels reached and consolidated follow from the assessment, and a plan says how each level to consolidate will be, with which support and by when.',
  data: z.strictObject({ consolidationPlan: z.array(PlanLine).max(40) }),
  example: {
    consolidationPlan: [
      { level: 2, keyFunction: 'Shared premises', support: 'Two days with a researcher on the uses of the concept.', dueOn: '2028-03-31' },
    ],
  },
  refuses: ['srl-review-not-open', 'not-by-the-holder', 'srl-not-assessed', 'consolidation-plan-incomplete'],

  decide(state, { data: { consolidationPlan }, by }) {
    const { open } = state.srl;
    if (!open) return refuse('srl-review-not-open');
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (!open.assessment) return refuse('srl-not-assessed');
    const { levels, claimed, scale } = open.assessment;
    const outcomeOf = (level: number) => levels.find((assessed) => assessed.level === level)?.outcome;
    const planned = consolidationPlan.map(({ level }) => level);
    const leftOut = levels.filter(({ level, outcome }) => outcome === 'to-consolidate' && !planned.includes(level)).map(({ level }) => level);
    const needless = planned.filter((level) => outcomeOf(level) === undefined || outcomeOf(level) === 'consolidated');
    if (leftOut.length + needless.length > 0) return refuse('consolidation-plan-incomplete', { levels: [...leftOut, ...needless] });
    return SrlReviewConcluded({ review: open.review, scale, claimed, ...figuresOf(levels), consolidationPlan });
  },
});
