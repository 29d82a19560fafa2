import { z } from 'zod';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { isHolder, projectCommand } from '../project.ts';
import { awaitedOf, claimedIn, differencesOf, settledLevels } from './assessments.ts';
import { figuresOf } from './figures.ts';
import { type LevelFound, SRL_SCALE } from './scale.ts';
import { type OpenReview, PlanLine, SrlReviewConcluded } from './srl.ts';

const unsettled = ['srl-not-assessed', 'srl-assessor-missing', 'srl-not-reconciled'] as const;

/** Why a review cannot be concluded on its assessments: there are too few, or they differ and nothing was agreed. */
function whyUnsettled(open: OpenReview): Refusal<(typeof unsettled)[number]> | undefined {
  const { assessors = 1, assessments } = open;
  switch (awaitedOf(open)) {
    case 'assessment':
      return assessments.length === 0 ? refuse('srl-not-assessed') : refuse('srl-assessor-missing', { assessors });
    case 'agreement':
      return refuse('srl-not-reconciled', { levels: differencesOf(assessments) });
    case 'conclusion':
      return undefined;
  }
}

/** The levels that a plan leaves out although they are to consolidate, then those that it need not or cannot treat. */
function planAmiss(levels: readonly LevelFound[], plan: readonly { readonly level: number }[]): number[] {
  const outcomeOf = (level: number) => levels.find((assessed) => assessed.level === level)?.outcome;
  const planned = plan.map(({ level }) => level);
  const leftOut = levels.filter(({ level, outcome }) => outcome === 'to-consolidate' && !planned.includes(level)).map(({ level }) => level);
  const needless = planned.filter((level) => outcomeOf(level) === undefined || outcomeOf(level) === 'consolidated');
  return [...leftOut, ...needless];
}

/** Levels that the review before found consolidated and that are no longer reached. */
function regressedSince(before: number, levels: readonly LevelFound[]): number[] {
  const reached = levels.filter(({ outcome }) => outcome !== 'not-reached').map(({ level }) => level);
  return Array.from({ length: before }, (_, index) => index + 1).filter((level) => !reached.includes(level));
}

export const concludeSrlReview = projectCommand({
  name: 'conclude-srl-review',
  says: { en: 'Conclude the SRL review', fr: 'Conclure la revue SRL' },
  about:
    'Ends the review: the levels reached and consolidated follow from the assessment (from two that agree or were reconciled, where the policy asks for two assessors), and a plan says how each level to consolidate will be, with which support and by when. Levels that are lost since the last review are named.',
  data: z.strictObject({ consolidationPlan: z.array(PlanLine).max(40) }),
  example: {
    consolidationPlan: [
      { level: 2, keyFunction: 'Shared premises', support: 'Two days with a researcher on the uses of the concept.', dueOn: '2028-03-31' },
    ],
  },
  refuses: ['srl-review-not-open', 'not-by-the-holder', ...unsettled, 'consolidation-plan-incomplete'],
  ruleVersion: 2,

  decide(state, { data: { consolidationPlan }, by }) {
    const { open, concluded } = state.srl;
    if (!open) return refuse('srl-review-not-open');
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    const why = whyUnsettled(open);
    if (why) return why;
    const levels = settledLevels(open);
    const amiss = planAmiss(levels, consolidationPlan);
    if (amiss.length > 0) return refuse('consolidation-plan-incomplete', { levels: amiss });
    const scale = open.assessments[0]?.scale ?? SRL_SCALE;
    const regressed = regressedSince(concluded?.consolidated ?? 0, levels);
    return SrlReviewConcluded({
      review: open.review,
      scale,
      claimed: claimedIn(open.assessments),
      ...figuresOf(levels),
      consolidationPlan,
      ...(regressed.length > 0 && { regressed }),
    });
  },
});
