import { z } from 'zod';
import { AwardReturned } from '../../../call/selection.ts';
import { on } from '../../../kernel/command.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { streamOf } from '../../../kernel/stream-kind.ts';
import type { Phase } from '../../../programme/policy.ts';
import { aidLowered } from '../../funding/aid-of-award.ts';
import { isHolder, type Project, projectCommand } from '../../project.ts';
import { fundedPhases, isNothing, isUnderWay } from '../ledger.ts';
import { agreedPolicy } from '../standing.ts';
import { reckoning } from './reckoning.ts';
import { settlementOf } from './settled-phase.ts';
import { ProjectSettled } from './settlement.ts';

/** Whether a settled phase has a balance that nobody asked for. */
function owesBalance(state: Project, phase: Phase): boolean {
  const settled = settlementOf(state, phase);
  return settled !== undefined && !settled.asked && !isNothing(settled.balance);
}

export const settleProject = projectCommand({
  name: 'settle-project',
  says: { en: 'Settle the project', fr: 'Solder le projet' },
  about:
    'Closes the accounts of a project at its end: the aid of all phases by funder, and what of the agreement was not used, which returns to the envelope of the call.',
  data: z.strictObject({}),
  example: {},
  refuses: [
    'project-not-closing',
    'not-by-the-holder',
    'project-already-settled',
    'payment-under-way',
    'phases-not-settled',
    'balance-not-requested',
  ],

  decide(state, { id, by }, known) {
    const { stage, application, phases, settlements } = state;
    if ((stage !== 'closing' && stage !== 'institutionalisation') || !state.agreement) return refuse('project-not-closing', { stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (settlements.whole) return refuse('project-already-settled');
    const funded = fundedPhases(state);
    const waiting = funded.filter((phase) => isUnderWay(state, phase));
    if (waiting.length > 0) return refuse('payment-under-way', { phases: waiting });
    const open = funded.filter((phase) => phases.visited.includes(phase) && !settlementOf(state, phase));
    if (agreedPolicy(state, known).payments.procedure === 'full' && open.length > 0) return refuse('phases-not-settled', { phases: open });
    const unasked = funded.filter((phase) => owesBalance(state, phase));
    if (unasked.length > 0) return refuse('balance-not-requested', { phases: unasked });
    const { due, unused } = reckoning(state);
    const back = unused.filter(({ amount }) => amount > 0);
    const returned = AwardReturned({ application: id, shares: back, because: 'reduced' });
    const lowered = aidLowered(state, id, back, 'The accounts are closed: less of the award was used.');
    return [ProjectSettled({ due, unused }), ...(back.length > 0 ? [on(streamOf('call', application.call), returned)] : []), ...lowered];
  },
});
