import { type Cents, splitByWeights } from '../../kernel/money.ts';
import type { Phase } from '../../programme/policy/phase.ts';
import { type Share, totalOf } from '../../programme/shares.ts';
import type { Project } from '../project.ts';
import { fundedPhases, ledgerOf } from './ledger.ts';
import { settlementOf } from './recovery/settled-phase.ts';

/** The levels of the scale that each phase works on; they overlap at 4 and 7 (DOMAIN §4). */
const levelsOf: Readonly<Record<Phase, readonly number[]>> = {
  concept: [1, 2, 3, 4],
  pilot: [4, 5, 6, 7],
  institutionalisation: [7, 8, 9],
};

/** The money of a phase: committed from its gate on (the first, once entered), conditional before and after a return, settled when its aid was worked out. */
export interface PhaseExposure {
  readonly phase: Phase;
  readonly standing: 'conditional' | 'committed' | 'settled';
  readonly planned: Cents;
  readonly paid: Cents;
  /** What may still have to be paid, by funder. */
  readonly unpaid: readonly Share[];
}

export interface Exposure {
  readonly phases: readonly PhaseExposure[];
  /** Committed and unpaid, in all. */
  readonly exposed: Cents;
  /** The same by level that is not consolidated yet: a phase's money counts evenly on those of its levels. */
  readonly levels: readonly { readonly level: number; readonly amount: Cents }[];
  /** What is left in phases whose levels are all consolidated. */
  readonly consolidated: Cents;
}

/** Whether funders stand for the money of a phase: from its gate on, and no longer after a return; at the end, for every phase that was entered. */
const isEngaged = ({ stage, phases: { entered, visited, committed } }: Project, phase: Phase): boolean =>
  stage === 'closing' ? visited.includes(phase) : entered !== undefined && committed.includes(phase);

function ofPhase(project: Project, phase: Phase): PhaseExposure {
  const { planned, paid, underWay } = ledgerOf(project, phase);
  const settled = settlementOf(project, phase);
  const known = { phase, planned: totalOf(planned), paid: totalOf(paid) };
  if (settled) return { ...known, standing: 'settled', unpaid: settled.asked ? underWay : settled.balance };
  const unpaid = planned.map(({ funder, amount }, index) => ({ funder, amount: Math.max(0, amount - (paid[index]?.amount ?? 0)) }));
  return { ...known, standing: isEngaged(project, phase) ? 'committed' : 'conditional', unpaid };
}

/** What the funders are exposed to in a project: committed and unpaid money, by phase and by level not consolidated. */
export function exposureOf(project: Project): Exposure {
  const reached = project.srl.concluded?.consolidated ?? 0;
  const phases = fundedPhases(project).map((phase) => ofPhase(project, phase));
  const committed = phases.filter(({ standing }) => standing !== 'conditional');
  const levels = new Map<number, Cents>();
  let consolidated = 0;
  for (const { phase, unpaid } of committed) {
    const open = levelsOf[phase].filter((level) => level > reached);
    if (open.length === 0) consolidated += totalOf(unpaid);
    const parts = splitByWeights(
      totalOf(unpaid),
      open.map(() => 1),
    );
    for (const [index, level] of open.entries()) levels.set(level, (levels.get(level) ?? 0) + (parts[index] ?? 0));
  }
  const byLevel = [...levels].map(([level, amount]) => ({ level, amount })).toSorted((a, b) => a.level - b.level);
  return { phases, exposed: committed.reduce((sum, { unpaid }) => sum + totalOf(unpaid), 0), levels: byLevel, consolidated };
}
