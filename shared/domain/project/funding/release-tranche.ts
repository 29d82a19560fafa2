import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Phase } from '../../programme/policy.ts';
import { totalOf } from '../../programme/shares.ts';
import { TrancheKind } from '../agreement/payment-plan.ts';
import { isBeyond } from '../payments/ledger.ts';
import { agreedPolicy, notPayable } from '../payments/standing.ts';
import { heldByConditions } from '../phases/unmet-conditions.ts';
import { projectCommand } from '../project.ts';
import { TrancheReleased, trancheName } from './tranches.ts';

export const releaseTranche = projectCommand({
  name: 'release-tranche',
  says: { en: 'Release a tranche', fr: 'Mettre une tranche en paiement' },
  about:
    'Pays what was requested, where the policy has the simple procedure: approval, order and payment in one, by another person than the one who requested it.',
  data: z.strictObject({ phase: Phase, kind: TrancheKind }),
  example: { phase: 'concept', kind: 'advance' },
  refuses: [
    'project-not-running',
    'project-paused',
    'full-procedure',
    'tranche-not-requested',
    'tranche-already-released',
    'four-eyes',
    'gate-conditions-unmet',
    'beyond-agreement',
  ],
  ruleVersion: 3,

  decide(state, { data: { phase, kind }, by, at }, known) {
    const stopped = notPayable(state);
    if (stopped) return stopped;
    if (agreedPolicy(state, known).payments.procedure === 'full') return refuse('full-procedure');
    const { requested, released } = state.tranches[trancheName(phase, kind)] ?? {};
    if (!requested) return refuse('tranche-not-requested', { phase, kind });
    if (released) return refuse('tranche-already-released', { phase, kind });
    if (requested.by === by.id) return refuse('four-eyes');
    const held = heldByConditions(state, phase, at, known.programme);
    if (held) return held;
    if (isBeyond(state, phase, requested.shares)) return refuse('beyond-agreement', { phase });
    return TrancheReleased({ phase, kind, amount: totalOf(requested.shares), shares: [...requested.shares] });
  },
});
