import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { heldByConditions } from '../phases/unmet-conditions.ts';
import { projectCommand } from '../project.ts';
import { PaymentApproved, PaymentOf } from './payments.ts';
import { notRequestedRefusals, requestedPayment } from './requested-payment.ts';
import { tookPart } from './standing.ts';

export const approvePayment = projectCommand({
  name: 'approve-payment',
  says: { en: 'Approve a payment', fr: 'Valider un paiement' },
  about:
    'Approves what was requested, in the full procedure. Above the amount that the policy names two different people do; nobody who requested, examined or certified what it rests on.',
  data: PaymentOf,
  example: { phase: 'concept', kind: 'advance' },
  refuses: [
    ...notRequestedRefusals,
    'took-part-before',
    'payment-already-ordered',
    'approved-by-the-same-person',
    'payment-already-approved',
    'gate-conditions-unmet',
    'double-funding-found',
  ],

  decide(state, { data, by, at }, known) {
    const { phase, kind } = data;
    const payment = requestedPayment(state, data, known);
    if (isRefusal(payment)) return payment;
    const { shares, amount, file, needed } = payment;
    if (payment.by === by.id || tookPart(state, phase, by)) return refuse('took-part-before');
    if (file.ordered) return refuse('payment-already-ordered', { phase, kind });
    if (file.approvals.some((approval) => approval.by === by.id)) return refuse('approved-by-the-same-person');
    if (file.approvals.length >= needed) return refuse('payment-already-approved', { phase, kind });
    const held = heldByConditions(state, phase, at, known.programme);
    if (held) return held;
    if (state.checks.doubleFunding === 'overlap') return refuse('double-funding-found');
    return PaymentApproved({ phase, kind, amount, shares: [...shares], approval: file.approvals.length + 1, needed });
  },
});
