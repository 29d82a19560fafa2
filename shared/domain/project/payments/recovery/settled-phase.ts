import type { Phase } from '../../../programme/policy/phase.ts';
import type { Project } from '../../project.ts';
import { plannedFor } from '../ledger.ts';
import type { Settled } from './settlement.ts';

/** The settlement of a phase, as long as the agreement foresees the same for it: an amendment of its money opens it again. */
export function settlementOf({ settlements: { phases }, agreement }: Pick<Project, 'settlements' | 'agreement'>, phase: Phase): Settled | undefined {
  const settled = phases[phase];
  return settled && Object.values(plannedFor({ agreement }, phase)).reduce((sum, amount) => sum + amount, 0) === settled.planned
    ? settled
    : undefined;
}
