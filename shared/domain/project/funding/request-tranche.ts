import { z } from 'zod';
import { partOf } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { Phase, type Policy } from '../../programme/policy.ts';
import { type Share, totalOf } from '../../programme/shares.ts';
import { TrancheKind } from '../agreement/payment-plan.ts';
import { aidOn, rateOfAid } from '../payments/aid.ts';
import { certifiedOf } from '../payments/expenditure/expenditure.ts';
import { isBeyond, ledgerOf, lessSetOff, plannedShares, toSetOff } from '../payments/ledger.ts';
import { settlementOf } from '../payments/recovery/settled-phase.ts';
import { agreedPolicy, isFrozen, notPayable } from '../payments/standing.ts';
import { beyondOverlap } from '../phases/overlap.ts';
import { isBegun } from '../phases/phases.ts';
import { heldByConditions } from '../phases/unmet-conditions.ts';
import { type Project, projectCommand } from '../project.ts';
import { TrancheReleased, TrancheRequested, trancheName } from './tranches.ts';

interface Asked {
  readonly phase: Phase;
  readonly kind: TrancheKind;
}

/** The payments of a phase that come before one and still have to go out. */
function unpaidBefore({ agreement, tranches }: Project, { phase, kind }: Asked): TrancheKind | undefined {
  const ofPhase = (agreement?.plan ?? []).filter((planned) => planned.phase === phase);
  const before = TrancheKind.options.slice(0, TrancheKind.options.indexOf(kind));
  return before.find(
    (earlier) =>
      ofPhase.some((planned) => planned.kind === earlier && totalOf(planned.shares) > 0) && !tranches[trancheName(phase, earlier)]?.released,
  );
}

/** In the full procedure an instalment needs certified expenditure that justifies what was paid before it. */
function unjustified(state: Project, { phase, kind }: Asked, { advanceJustified }: Policy['payments']): Refusal<'advance-not-justified'> | undefined {
  if (kind !== 'instalment') return undefined;
  const justified = aidOn(certifiedOf(state.expenditure, phase), rateOfAid(state));
  const needed = partOf(totalOf(ledgerOf(state, phase).held), advanceJustified);
  return justified < needed ? refuse('advance-not-justified', { phase, justified, needed }) : undefined;
}

interface Payable {
  readonly shares: readonly Share[];
  readonly setOff: readonly Share[];
}

/** What a settlement still has to pay, once. */
function onSettlement(settled: ReturnType<typeof settlementOf>, phase: Phase): Payable | Refusal<'phase-not-settled'> {
  if (!settled) return refuse('phase-not-settled', { phase });
  return { shares: settled.asked ? [] : settled.balance, setOff: [] };
}

/** What can be asked for: the balance of the full procedure as the phase was settled, any other payment as agreed, less what corrections take off it. */
function payable(
  state: Project,
  asked: Asked,
  rules: Policy['payments'],
): Payable | Refusal<'phase-not-settled' | 'phase-already-settled' | 'advance-not-justified' | 'earlier-tranche-first'> {
  const { phase, kind } = asked;
  const settled = settlementOf(state, phase);
  if (rules.procedure === 'full') {
    const last = kind === 'balance' || kind === 'consolidation';
    if (last || (settled && state.tranches[trancheName(phase, 'balance')]?.requested)) return onSettlement(settled, phase);
    if (settled) return refuse('phase-already-settled', { phase });
    const fault = unjustified(state, asked, rules);
    if (fault) return fault;
  }
  const unpaid = unpaidBefore(state, asked);
  if (unpaid) return refuse('earlier-tranche-first', { phase, kind: unpaid });
  return lessSetOff(plannedShares(state, phase, kind), toSetOff(state, phase));
}

export const requestTranche = projectCommand({
  name: 'request-tranche',
  says: { en: 'Request a tranche', fr: 'Demander une tranche' },
  about:
    'Asks for the advance, the instalment or the balance of a phase, by default the current one; each once, and after the one before it was released. The agreement says how much, by funder. In the full procedure an instalment needs certified expenditure, and the balance a settled phase; a payment that corrections take whole is released at once, for nothing.',
  data: z.strictObject({ kind: TrancheKind, phase: Phase.optional() }),
  example: { kind: 'advance' },
  refuses: [
    'project-not-running',
    'project-paused',
    'project-already-settled',
    'phase-not-entered',
    'phase-frozen',
    'gate-conditions-unmet',
    'overlap-spent',
    'tranche-already-requested',
    'tranche-empty',
    'phase-not-settled',
    'phase-already-settled',
    'advance-not-justified',
    'earlier-tranche-first',
    'beyond-agreement',
  ],
  ruleVersion: 3,

  decide(state, { data: { kind, phase: named }, at }, known) {
    const { stage, phases, tranches, settlements } = state;
    const phase = named ?? phases.current;
    const stopped = notPayable(state);
    if (stopped) return stopped;
    if (!phase) return refuse('project-not-running', { stage });
    if (settlements.whole) return refuse('project-already-settled');
    if (!isBegun(state, phase)) return refuse('phase-not-entered', { phase });
    if (isFrozen(state, phase)) return refuse('phase-frozen', { phase });
    const held = heldByConditions(state, phase, at, known.programme);
    if (held) return held;
    if (tranches[trancheName(phase, kind)]?.requested) return refuse('tranche-already-requested', { phase, kind });
    if (totalOf(plannedShares(state, phase, kind)) === 0) return refuse('tranche-empty', { phase, kind });

    const asked = payable(state, { phase, kind }, agreedPolicy(state, known).payments);
    if (isRefusal(asked)) return asked;
    const { shares, setOff } = asked;
    if (totalOf(shares) + totalOf(setOff) === 0) return refuse('tranche-empty', { phase, kind });
    if (isBeyond(state, phase, shares)) return refuse('beyond-agreement', { phase });
    const spent = beyondOverlap(state, phase, shares);
    if (spent) return spent;
    const taken = totalOf(setOff) > 0 && { setOff: [...setOff] };
    const wanted = { phase, kind, amount: totalOf(shares), shares: [...shares] };
    // A payment that corrections take whole has nothing left to approve: it is done.
    return wanted.amount > 0 ? TrancheRequested({ ...wanted, ...taken }) : [TrancheRequested({ ...wanted, ...taken }), TrancheReleased(wanted)];
  },
});
