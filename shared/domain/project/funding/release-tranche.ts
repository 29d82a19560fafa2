import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Phase } from '../../programme/policy.ts';
import { totalOf } from '../../programme/shares.ts';
import { TrancheKind } from '../agreement/payment-plan.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { TrancheReleased, trancheName } from './tranches.ts';

export const releaseTranche = projectCommand({
  name: 'release-tranche',
  says: { en: 'Release a tranche', fr: 'Mettre une tranche en paiement' },
  about: 'Pays what was requested, in the amounts of the agreement. Another person than the one who requested it has to release it.',
  data: z.strictObject({ phase: Phase, kind: TrancheKind }),
  example: { phase: 'concept', kind: 'advance' },
  refuses: ['project-not-running', 'tranche-not-requested', 'tranche-already-released', 'four-eyes'],

  decide({ stage, agreement, tranches }, { data: { phase, kind }, by }) {
    if (!isRunning(stage) || !agreement) return refuse('project-not-running', { stage });
    const tranche = tranches[trancheName(phase, kind)];
    const planned = agreement.plan.find((payment) => payment.phase === phase && payment.kind === kind);
    if (!tranche?.requested || !planned) return refuse('tranche-not-requested', { phase, kind });
    if (tranche.released) return refuse('tranche-already-released', { phase, kind });
    if (tranche.requested.by === by.id) return refuse('four-eyes');
    return TrancheReleased({ phase, kind, amount: totalOf(planned.shares), shares: [...planned.shares] });
  },
});
