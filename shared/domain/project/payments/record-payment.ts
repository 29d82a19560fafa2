import { today } from '../../call/call.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { Day, dayOf } from '../../kernel/time.ts';
import { Title } from '../../kernel/words.ts';
import { TrancheReleased } from '../funding/tranches.ts';
import { projectCommand } from '../project.ts';
import { isBeyond } from './ledger.ts';
import { actedBefore } from './ordered-payment.ts';
import { PaymentOf, PaymentRecorded } from './payments.ts';
import { notRequestedRefusals, requestedPayment } from './requested-payment.ts';

export const recordPayment = projectCommand({
  name: 'record-payment',
  says: { en: 'Record a payment', fr: 'Enregistrer un paiement' },
  about: 'The public accountant (comptable public) records that what was ordered went out: its day and its reference. Nobody who acted on it before.',
  data: PaymentOf.extend({ paidOn: Day, reference: Title }),
  example: { phase: 'concept', kind: 'advance', paidOn: '2027-07-20', reference: 'Virement 2027-00977' },
  refuses: [...notRequestedRefusals, 'payment-not-ordered', 'payer-took-part', 'paid-out-of-time', 'beyond-agreement'],

  decide(state, { data, by, at }, known) {
    const { phase, kind, paidOn, reference } = data;
    const payment = requestedPayment(state, data, known);
    if (isRefusal(payment)) return payment;
    const { ordered } = payment.file;
    if (!ordered) return refuse('payment-not-ordered', { phase, kind });
    if (actedBefore(state, data, payment, by)) return refuse('payer-took-part');
    const orderedOn = dayOf(ordered.at, known.programme.identity.timeZone);
    if (paidOn < orderedOn || paidOn > today(known, at)) return refuse('paid-out-of-time', { paidOn, orderedOn });
    if (isBeyond(state, phase, payment.shares)) return refuse('beyond-agreement', { phase });
    const paid = { phase, kind, amount: payment.amount, shares: [...payment.shares] };
    return [PaymentRecorded({ ...paid, paidOn, reference }), TrancheReleased(paid)];
  },
});
