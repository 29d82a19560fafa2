import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { totalOf } from '../../programme/shares.ts';
import type { Project, ProjectKnown } from '../project.ts';
import { owedOn } from './recovery/recovery.ts';
import { agreedPolicy } from './standing.ts';

/** What keeps the accounts of a project open, and so the project from its end. */
export const openAccountsRefusals = [
  'expenditure-under-examination',
  'findings-undecided',
  'recovery-awaits-payment',
  'project-not-settled',
] as const;

/** Why a project cannot end yet for the sake of its money: something is examined, found or owed, or in the full procedure its accounts are not closed. */
export function openAccounts(
  state: Project,
  known: Pick<ProjectKnown, 'programme' | 'policy'>,
): Refusal<(typeof openAccountsRefusals)[number]> | undefined {
  const examined = Object.values(state.expenditure).find(({ certified }) => !certified);
  if (examined) return refuse('expenditure-under-examination', { phase: examined.phase });
  const undecided = Object.entries(state.checks.findings).filter(([, { corrected }]) => !corrected);
  if (undecided.length > 0) return refuse('findings-undecided', { findings: undecided.map(([finding]) => finding) });
  const owed = Object.entries(state.recoveries).filter(([, recovery]) => totalOf(owedOn(recovery)) > 0);
  if (owed.length > 0) return refuse('recovery-awaits-payment', { recoveries: owed.map(([recovery]) => recovery) });
  const isFull = state.agreement !== undefined && agreedPolicy(state, known).payments.procedure === 'full';
  return isFull && !state.settlements.whole ? refuse('project-not-settled') : undefined;
}
