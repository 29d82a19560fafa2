import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy.ts';
import { addShares, type ByFunder, Share, totalOf } from '../../programme/shares.ts';
import { TrancheKind } from '../agreement/payment-plan.ts';
import { trancheName } from '../funding/tranches.ts';
import { ledgerOf, plannedShares, toSetOff } from '../payments/ledger.ts';
import { nextRecovery, RecoveryFound } from '../payments/recovery/recovery.ts';
import { settlementOf } from '../payments/recovery/settled-phase.ts';
import { isHolder, type Project, projectCommand } from '../project.ts';
import { awaitsAnswer } from './checks.ts';
import { isOnFile } from './control-period.ts';
import { CorrectionDecided, CorrectionMode } from './corrections.ts';

const Correcting = z.strictObject({
  finding: ThingId,
  mode: CorrectionMode,
  phase: Phase,
  shares: z.array(Share).max(20).default([]),
  reasons: Prose,
});
type Correcting = z.output<typeof Correcting>;

/** The most that a correction can take of each funder's money: what the holder keeps of it, or what is still to be asked for and not yet taken. */
function most(state: Project, { mode, phase }: Correcting): ByFunder {
  if (mode === 'recovery') return addShares({}, ledgerOf(state, phase).held);
  const toCome = TrancheKind.options.filter((kind) => !state.tranches[trancheName(phase, kind)]?.requested);
  const planned = toCome.reduce<ByFunder>((sums, kind) => addShares(sums, plannedShares(state, phase, kind)), {});
  const taken = Object.entries(toSetOff(state, phase)).map(([funder, amount]) => ({ funder, amount: Math.max(0, amount) }));
  return addShares(planned, taken, -1);
}

/** Why a correction cannot stand: it names no amount or one where nothing is corrected, or more than there is to take. */
function faultIn(
  state: Project,
  asked: Correcting,
): Refusal<'correction-amount-missing' | 'phase-already-settled' | 'correction-beyond-money'> | undefined {
  const { mode, phase, shares } = asked;
  if ((mode === 'none') !== (totalOf(shares) === 0)) return refuse('correction-amount-missing');
  if (mode === 'set-off' && settlementOf(state, phase)) return refuse('phase-already-settled', { phase });
  const limits = most(state, asked);
  const beyond = Object.entries(addShares({}, shares)).find(([funder, amount]) => amount > Math.max(0, limits[funder] ?? 0));
  return beyond && refuse('correction-beyond-money', { funder: beyond[0], most: Math.max(0, limits[beyond[0]] ?? 0) });
}

export const decideCorrection = projectCommand({
  name: 'decide-correction',
  says: { en: 'Decide a correction', fr: 'Décider d’une correction' },
  about:
    'Decides what follows from a finding, once the holder answered or the time for it is over: nothing, money that has to come back, or money taken off the payments to come of its phase, by funder. Not by whoever recorded the finding.',
  data: Correcting,
  example: {
    finding: 'time-sheets',
    mode: 'recovery',
    phase: 'pilot',
    shares: [{ funder: 'region', amount: 108_000 }],
    reasons: 'The answer holds for two of the four time sheets.',
  },
  refuses: [
    'project-not-running',
    'not-by-the-holder',
    'project-already-settled',
    'finding-unknown',
    'correction-already-decided',
    'holder-not-heard-on-finding',
    'finder-cannot-correct',
    'correction-amount-missing',
    'phase-already-settled',
    'correction-beyond-money',
  ],

  decide(state, { data, by }) {
    const { finding, mode, phase, shares } = data;
    const found = state.checks.findings[finding];
    if (!isOnFile(state)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    // Once a project has ended there is no payment to take anything off; what has to come back is claimed.
    const closed = state.stage === 'ended' ? mode === 'set-off' : mode !== 'none' && state.settlements.whole !== undefined;
    if (closed) return refuse('project-already-settled');
    if (!found) return refuse('finding-unknown', { finding });
    if (found.corrected) return refuse('correction-already-decided', { finding });
    if (awaitsAnswer(found)) return refuse('holder-not-heard-on-finding', { finding });
    if (found.recorded.by === by.id) return refuse('finder-cannot-correct');
    const fault = faultIn(state, data);
    if (fault) return fault;
    if (mode !== 'recovery') return CorrectionDecided(data);
    const back = { recovery: nextRecovery(state.recoveries), amount: totalOf(shares), shares, phase, because: 'correction' as const, finding };
    return [CorrectionDecided(data), RecoveryFound(back)];
  },
});
