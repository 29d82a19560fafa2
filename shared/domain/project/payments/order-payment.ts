import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { Prose, Title } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isBeyond } from './ledger.ts';
import { PaymentOf, PaymentOrdered } from './payments.ts';
import { notRequestedRefusals, requestedPayment } from './requested-payment.ts';
import { tookPart } from './standing.ts';

export const orderPayment = projectCommand({
  name: 'order-payment',
  says: { en: 'Order a payment', fr: 'Mandater un paiement' },
  about:
    'The authorising officer (ordonnateur) orders the accountant to pay what was approved, under the reference of the order; again after a rejection, saying what was corrected.',
  data: PaymentOf.extend({ reference: Title, correction: Prose.optional() }),
  example: { phase: 'concept', kind: 'advance', reference: 'Mandat 2027-00412' },
  refuses: [...notRequestedRefusals, 'took-part-before', 'payment-already-ordered', 'approvals-missing', 'correction-not-said', 'beyond-agreement'],

  decide(state, { data, by }, known) {
    const { phase, kind, reference, correction } = data;
    const payment = requestedPayment(state, data, known);
    if (isRefusal(payment)) return payment;
    const { shares, amount, file, needed } = payment;
    if (payment.by === by.id || tookPart(state, phase, by)) return refuse('took-part-before');
    if (file.ordered) return refuse('payment-already-ordered', { phase, kind });
    if (file.approvals.length < needed) return refuse('approvals-missing', { given: file.approvals.length, needed });
    if (file.rejected && correction === undefined) return refuse('correction-not-said');
    if (isBeyond(state, phase, shares)) return refuse('beyond-agreement', { phase });
    return PaymentOrdered({ phase, kind, amount, shares: [...shares], reference, ...(correction !== undefined && { correction }) });
  },
});
