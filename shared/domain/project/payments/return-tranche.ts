import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { TrancheReturned, trancheName } from '../funding/tranches.ts';
import { isHolder, projectCommand } from '../project.ts';
import { fileOf, PaymentOf } from './payments.ts';
import { isBound } from './standing.ts';

export const returnTranche = projectCommand({
  name: 'return-tranche',
  says: { en: 'Return a request for payment', fr: 'Retourner une demande de paiement' },
  about: 'Sends a request for payment back to the holder, with reasons: what is wrong with it cannot be mended here. It can be made again.',
  data: PaymentOf.extend({ reasons: Prose }),
  example: { phase: 'concept', kind: 'instalment', reasons: 'The account given is not the one of the agreement.' },
  refuses: ['project-not-running', 'not-by-the-holder', 'tranche-not-requested', 'tranche-already-released', 'payment-already-ordered'],

  decide(state, { data, by }) {
    const { phase, kind } = data;
    const { requested, released } = state.tranches[trancheName(phase, kind)] ?? {};
    if (!isBound(state)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (!requested) return refuse('tranche-not-requested', { phase, kind });
    if (released) return refuse('tranche-already-released', { phase, kind });
    if (fileOf(state.payments, data).ordered) return refuse('payment-already-ordered', { phase, kind });
    return TrancheReturned(data);
  },
});
