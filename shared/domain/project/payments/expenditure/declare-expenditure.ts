import { z } from 'zod';
import { today } from '../../../call/call.ts';
import { ContentHash } from '../../../kernel/attachment.ts';
import { Cents } from '../../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Day } from '../../../kernel/time.ts';
import { Title } from '../../../kernel/words.ts';
import { Phase } from '../../../programme/policy.ts';
import { isBegun } from '../../phases/phases.ts';
import { projectCommand } from '../../project.ts';
import { settlementOf } from '../recovery/settled-phase.ts';
import { agreedPolicy, isBound } from '../standing.ts';
import { CostCategory, ExpenditureDeclared, type Reports, reportsOf } from './expenditure.ts';
import { Simplified, simplifiedLines } from './simplified.ts';

const RealCost = z.strictObject({ item: Title, category: CostCategory, amount: Cents.min(1), paidOn: Day, piece: ContentHash });

/** Why real costs cannot be declared: not paid yet, or with a piece that another statement already rests on. */
function faultIn(
  lines: readonly z.output<typeof RealCost>[],
  all: Reports,
  day: string,
): Refusal<'expenditure-not-paid-yet' | 'piece-already-declared'> | undefined {
  const early = lines.find(({ paidOn }) => paidOn > day);
  if (early) return refuse('expenditure-not-paid-yet', { paidOn: early.paidOn });
  const known = new Set(Object.values(all).flatMap((report) => report.lines.map(({ piece }) => piece)));
  const again = lines.find(({ piece }) => known.has(piece));
  return again && refuse('piece-already-declared', { piece: again.piece });
}

export const declareExpenditure = projectCommand({
  name: 'declare-expenditure',
  says: { en: 'Declare expenditure', fr: 'Remettre un bilan d’exécution' },
  about:
    'The holder states what was spent in a phase, by default the current one: real costs with budget item, day paid and piece, and the simplified costs that the policy allows. One statement of a phase at a time.',
  data: z.strictObject({ phase: Phase.optional(), lines: z.array(RealCost).max(500).default([]), simplified: Simplified.optional() }),
  example: {
    lines: [{ item: 'Équipe', category: 'direct-staff', amount: 420_000, paidOn: '2027-12-31', piece: 'a'.repeat(64) }],
    simplified: { rate: 1_500 },
  },
  refuses: [
    'project-not-running',
    'project-already-settled',
    'phase-not-entered',
    'phase-already-settled',
    'expenditure-under-examination',
    'expenditure-not-paid-yet',
    'piece-already-declared',
    'simplified-cost-not-allowed',
    'covered-by-flat-rate',
    'nothing-declared',
  ],

  decide(state, { data, at }, known) {
    const { stage, phases, expenditure, settlements } = state;
    const phase = data.phase ?? phases.current;
    if (!isBound(state) || !phase) return refuse('project-not-running', { stage });
    if (settlements.whole) return refuse('project-already-settled');
    if (!isBegun(state, phase)) return refuse('phase-not-entered', { phase });
    if (settlementOf(state, phase)) return refuse('phase-already-settled', { phase });
    if (reportsOf(expenditure, phase).some(({ certified }) => !certified)) return refuse('expenditure-under-examination', { phase });
    const fault = faultIn(data.lines, expenditure, today(known, at));
    if (fault) return fault;
    const real = data.lines.map((line) => ({ ...line, basis: 'real' as const }));
    const simplified = data.simplified ? simplifiedLines(data.simplified, real, agreedPolicy(state, known).payments) : [];
    if (isRefusal(simplified)) return simplified;
    const lines = [...real, ...simplified].map((line, index) => ({ line: index + 1, ...line }));
    if (lines.length === 0) return refuse('nothing-declared');
    const amount = lines.reduce((sum, line) => sum + line.amount, 0);
    return ExpenditureDeclared({ report: Object.keys(expenditure).length + 1, phase, amount, lines });
  },
});
