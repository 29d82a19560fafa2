import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { actedBefore } from './ordered-payment.ts';
import { PaymentOf, PaymentRejected } from './payments.ts';
import { notRequestedRefusals, requestedPayment } from './requested-payment.ts';

export const rejectPayment = projectCommand({
  name: 'reject-payment',
  says: { en: 'Reject a payment', fr: 'Rejeter un paiement' },
  about: 'The public accountant does not pay what was ordered, and says why: the order has to be given again, corrected.',
  data: PaymentOf.extend({ reasons: Prose }),
  example: { phase: 'concept', kind: 'advance', reasons: 'The account named in the order is closed.' },
  refuses: [...notRequestedRefusals, 'payment-not-ordered', 'payer-took-part'],

  decide(state, { data, by }, known) {
    const { phase, kind } = data;
    const payment = requestedPayment(state, data, known);
    if (isRefusal(payment)) return payment;
    if (!payment.file.ordered) return refuse('payment-not-ordered', { phase, kind });
    return actedBefore(state, data, payment, by) ? refuse('payer-took-part') : PaymentRejected(data);
  },
});
