import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Phase } from '../../programme/policy.ts';
import { totalOf } from '../../programme/shares.ts';
import { TrancheKind } from '../agreement/payment-plan.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { TrancheRequested, trancheName } from './tranches.ts';

export const requestTranche = projectCommand({
  name: 'request-tranche',
  says: { en: 'Request a tranche', fr: 'Demander une tranche' },
  about:
    'Asks for the advance, the instalment or the balance of a phase, by default the current one; each once, and after the one before it was released. The agreement says how much, by funder.',
  data: z.strictObject({ kind: TrancheKind, phase: Phase.optional() }),
  example: { kind: 'advance' },
  refuses: ['project-not-running', 'project-paused', 'phase-not-entered', 'tranche-already-requested', 'tranche-empty', 'earlier-tranche-first'],

  decide({ stage, agreement, phases, tranches }, { data }) {
    const phase = data.phase ?? phases.current;
    const { kind } = data;
    if (!isRunning(stage) || !agreement || !phase) return refuse('project-not-running', { stage });
    if (phases.lastGate?.outcome === 'pause') return refuse('project-paused');
    if (!phases.visited.includes(phase)) return refuse('phase-not-entered', { phase });
    if (tranches[trancheName(phase, kind)]?.requested) return refuse('tranche-already-requested', { phase, kind });

    const ofPhase = agreement.plan.filter((planned) => planned.phase === phase);
    const shares = ofPhase.find((planned) => planned.kind === kind)?.shares ?? [];
    if (totalOf(shares) === 0) return refuse('tranche-empty', { phase, kind });
    const before = ofPhase.slice(
      0,
      ofPhase.findIndex((planned) => planned.kind === kind),
    );
    const unpaid = before.find((planned) => totalOf(planned.shares) > 0 && !tranches[trancheName(phase, planned.kind)]?.released);
    if (unpaid) return refuse('earlier-tranche-first', { phase, kind: unpaid.kind });
    return TrancheRequested({ phase, kind, amount: totalOf(shares), shares: [...shares] });
  },
});
