import { z } from 'zod';
import { refuse } from '../../../kernel/refusal.ts';
import { Phase } from '../../../programme/policy.ts';
import { totalOf } from '../../../programme/shares.ts';
import { isHolder, type Project, projectCommand } from '../../project.ts';
import { aidDue, aidOn, rateOfAid } from '../aid.ts';
import { certifiedOf, reportsOf } from '../expenditure/expenditure.ts';
import { fundedPhases, isUnderWay, ledgerOf } from '../ledger.ts';
import { agreedPolicy, isBound } from '../standing.ts';
import { nextRecovery, RecoveryFound } from './recovery.ts';
import { settlementOf } from './settled-phase.ts';
import { PhaseSettled } from './settlement.ts';

/** The aid of a phase on what was certified, and the recovery that comes of it, if any. */
function settled(state: Project, phase: Phase) {
  const rate = rateOfAid(state);
  const retained = certifiedOf(state.expenditure, phase);
  const ledger = ledgerOf(state, phase);
  const { due, balance, back } = aidDue(aidOn(retained, rate), ledger);
  const recovery = { recovery: nextRecovery(state.recoveries), amount: totalOf(back), shares: [...back], phase, because: 'settlement' as const };
  return [
    PhaseSettled({ phase, retained, rate, planned: [...ledger.planned], due: [...due], held: [...ledger.held], balance: [...balance] }),
    ...(recovery.amount > 0 ? [RecoveryFound(recovery)] : []),
  ];
}

export const settlePhase = projectCommand({
  name: 'settle-phase',
  says: { en: 'Settle a phase', fr: 'Solder une phase' },
  about:
    'Works out the aid of a phase again: its rate on the expenditure certified, no more than agreed, less corrections, by funder to the cent. What is still due is its balance; what was paid too much has to come back.',
  data: z.strictObject({ phase: Phase.optional() }),
  example: { phase: 'concept' },
  refuses: [
    'project-not-running',
    'not-by-the-holder',
    'simple-procedure',
    'project-already-settled',
    'phase-not-entered',
    'phase-already-settled',
    'expenditure-under-examination',
    'payment-under-way',
    'no-expenditure-certified',
  ],

  decide(state, { data, by }, known) {
    const { stage, phases, expenditure, settlements } = state;
    const phase = data.phase ?? phases.current;
    if (!isBound(state) || !phase) return refuse('project-not-running', { stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (agreedPolicy(state, known).payments.procedure === 'simple') return refuse('simple-procedure');
    if (settlements.whole) return refuse('project-already-settled');
    if (!phases.visited.includes(phase) || !fundedPhases(state).includes(phase)) return refuse('phase-not-entered', { phase });
    if (settlementOf(state, phase)) return refuse('phase-already-settled', { phase });
    const reports = reportsOf(expenditure, phase);
    if (reports.some(({ certified }) => !certified)) return refuse('expenditure-under-examination', { phase });
    if (isUnderWay(state, phase)) return refuse('payment-under-way', { phases: [phase] });
    if (reports.length === 0 && stage !== 'closing') return refuse('no-expenditure-certified', { phase });
    return settled(state, phase);
  },
});
