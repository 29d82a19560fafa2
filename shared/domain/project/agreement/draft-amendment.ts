import { z } from 'zod';
import { today } from '../../call/call.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy/phase.ts';
import { Share, totalOf } from '../../programme/shares.ts';
import { type Project, projectCommand } from '../project.ts';
import { type Agreement, AmendmentDrafted, AmendmentKind } from './agreement.ts';
import { fundersEndingBefore } from './funder-end.ts';
import { inForce } from './in-force.ts';
import { PlannedTranche } from './payment-plan.ts';
import { consolidationAmendment, planAdding, planWith, settledIn } from './plan-changes.ts';
import { amendmentRefusals, planFlaw } from './plan-flaw.ts';

const Changes = z.strictObject({
  kind: AmendmentKind,
  reasons: Prose,
  /** What funders are held to from now on, in cents, for those whose amount goes down. */
  amounts: z.array(Share).max(30).optional(),
  /** The payments that change; each in whole. */
  payments: z.array(PlannedTranche).max(30).optional(),
  /** The phase to which a loop back led, for a consolidation. */
  phase: Phase.optional(),
  endsOn: Day.optional(),
  conditions: z.array(Prose).max(20).default([]),
});

/** The plan that an amendment asks for, or why there is none. */
function planAsked(
  { plan, shares }: Agreement,
  { kind, amounts, payments, phase }: z.output<typeof Changes>,
  settled: readonly string[],
  reserve: number,
): PlannedTranche[] | Refusal<'beyond-commitment' | 'below-settled'> {
  if (kind === 'plan') return planWith(plan, payments ?? []);
  if (kind === 'consolidation') return phase ? consolidationAmendment({ plan }, settled, phase, reserve) : [...plan];
  if (kind === 'terms' || !amounts) return [...plan];
  const of = (all: readonly Share[], funder: string) => totalOf(all.filter((share) => share.funder === funder));
  const more = amounts.filter(({ funder, amount }) => amount > of(shares, funder)).map(({ funder }) => funder);
  if (more.length > 0) return refuse('beyond-commitment', { funders: more });
  const fixed = plan.filter((tranche) => settled.includes(`${tranche.phase}-${tranche.kind}`)).flatMap((tranche) => tranche.shares);
  const less = amounts.filter(({ funder, amount }) => amount < of(fixed, funder)).map(({ funder }) => funder);
  return less.length > 0 ? refuse('below-settled', { funders: less }) : planAdding(plan, amounts, settled);
}

const changesNothing = ({ plan }: Agreement, next: readonly PlannedTranche[]): boolean => JSON.stringify(plan) === JSON.stringify(next);

export const draftAmendment = projectCommand({
  name: 'draft-amendment',
  says: { en: 'Draft an amendment', fr: 'Rédiger un avenant' },
  about:
    'Writes an amendment to the agreement: lower amounts by funder, other payments, the money that a loop back needs to consolidate, or a last day and further conditions. No funder is held to more than before, and no payment that was asked for or made changes. Another person puts it into force.',
  data: Changes,
  example: { kind: 'consolidation', phase: 'concept', reasons: 'The gate led back to the concept; two levels have to be consolidated.' },
  refuses: [
    'agreement-not-in-force',
    'amendment-changes-nothing',
    'consolidation-reserve-closed',
    'end-already-past',
    'beyond-funder-end',
    'below-settled',
    ...amendmentRefusals,
  ],

  decide(state: Project, { data, at }, known) {
    const agreement = inForce(state);
    if (!agreement) return refuse('agreement-not-in-force', { stage: state.stage });
    const settled = settledIn(state);
    const plan = planAsked(agreement, data, settled, known.policy.award.consolidationReserve);
    if (!Array.isArray(plan)) return plan as Refusal<'beyond-commitment' | 'below-settled'>;
    const { kind, reasons, endsOn, conditions } = data;
    if (changesNothing(agreement, plan) && !endsOn && conditions.length === 0) return refuse('amendment-changes-nothing');
    if (kind === 'consolidation' && data.phase !== state.phases.reserve) return refuse('consolidation-reserve-closed', { phase: data.phase });
    const flaw = planFlaw(agreement, plan, settled);
    if (flaw) return flaw;
    if (endsOn && endsOn <= today(known, at)) return refuse('end-already-past', { endsOn });
    const funders = endsOn ? fundersEndingBefore(endsOn, plan, known.programme) : [];
    if (funders.length > 0) return refuse('beyond-funder-end', { endsOn, funders });
    return AmendmentDrafted({ kind, reasons, plan, conditions, ...(endsOn && { endsOn }) });
  },
});
