import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import {
  advance,
  advanceApproved,
  advanceOrdered,
  advancePaid,
  advanceRequested,
  certified,
  fullPolicy,
  inFull,
  instalment,
  of,
  payment,
  under,
} from '../../testing/payments-stories.ts';
import { inConcept, inPilot, signed } from '../../testing/stories.ts';
import { AgreementSuspended } from '../agreement/agreement.ts';
import { DoubleFundingChecked } from '../checks/checks.ts';
import { releaseTranche } from '../funding/release-tranche.ts';
import { requestTranche } from '../funding/request-tranche.ts';
import { TrancheReleased, TrancheRequested, TrancheReturned } from '../funding/tranches.ts';
import { GateDecided, PhaseEntered } from '../phases/phases.ts';
import { project } from '../project.ts';
import { approvePayment } from './approve-payment.ts';
import { orderPayment } from './order-payment.ts';
import { PaymentApproved, PaymentOrdered, PaymentRecorded, PaymentRejected } from './payments.ts';
import { recordPayment } from './record-payment.ts';
import { ProjectSettled } from './recovery/settlement.ts';
import { rejectPayment } from './reject-payment.ts';
import { returnTranche } from './return-tranche.ts';

const hanna = by('hanna');
const administrator = by('administrator');
const director = by('director');
const officer = by('officer');
const accountant = by('accountant');
const it1 = { phase: 'concept' as const, kind: 'advance' as const };
const order = { ...it1, reference: 'Mandat 1' };
const paid = { ...it1, paidOn: '2027-06-07', reference: 'Virement 1' };
const pause = GateDecided({ outcome: 'pause', from: 'concept', conditions: [], reasons: 'Wait.' });
const suspended = AgreementSuspended({ phase: 'concept', reasons: 'A partner left.' });
const everyAct = [
  [approvePayment, administrator, it1],
  [orderPayment, officer, order],
  [recordPayment, accountant, paid],
  [rejectPayment, accountant, { ...it1, reasons: 'No.' }],
] as const;

describe('every act of the full procedure', () => {
  it.each(everyAct)('%o waits for a request, and is over once the money went out', async (command, actor, data) => {
    await inFull.when(command, actor, data).refuses('tranche-not-requested', it1);
    await advancePaid.when(command, actor, data).refuses('tranche-already-released', it1);
  });

  it.each(everyAct)('%o is not known to a programme that pays in the simple procedure', (command, actor, data) =>
    of(inConcept, 'hanna', TrancheRequested(advance)).when(command, actor, data).refuses('simple-procedure'),
  );

  it.each(everyAct)('%o waits while the project is paused or suspended', async (command, actor, data) => {
    await advanceOrdered.and(pause).when(command, actor, data).refuses('project-paused');
    await advanceOrdered.and(suspended).when(command, actor, data).refuses('project-not-running', { stage: 'suspended' });
  });

  it('goes on when a project that was paused closes', () =>
    advanceOrdered
      .and(pause, GateDecided({ outcome: 'exit-with-shared-results', from: 'concept', conditions: [], reasons: 'Enough.' }))
      .when(recordPayment, accountant, paid)
      .decides(PaymentRecorded({ ...advance, paidOn: '2027-06-07', reference: 'Virement 1' }), TrancheReleased(advance)));

  it('is fixed at signature: a later policy changes nothing', () =>
    advanceRequested
      .of('programme-breakthrough')
      .and(PolicyAdopted({ policyVersion: 2, inForceFrom: '2027-06-02', policy: Policy.parse({}) }))
      .of('project-repair')
      .when(releaseTranche, accountant, it1)
      .refuses('full-procedure'));
});

describe('request-tranche in the full procedure', () => {
  const inJuly = advancePaid.at('2027-07-05T10:00:00Z');
  // The rate of aid is 100,000 euros on 120,000: 420,000 cents of aid need 504,000 of expenditure.

  it('asks for the instalment once certified expenditure justifies 70 % of what was paid', async () => {
    await inJuly.when(requestTranche, hanna, { kind: 'instalment' }).refuses('advance-not-justified', { justified: 0, needed: 420_000 });
    const short = certified(inJuly, 1, 'concept', 503_999);
    await short.when(requestTranche, hanna, { kind: 'instalment' }).refuses('advance-not-justified', { justified: 419_999, needed: 420_000 });
    await certified(inJuly, 1, 'concept', 504_000).when(requestTranche, hanna, { kind: 'instalment' }).decides(TrancheRequested(instalment));
  });

  it('asks for the balance once the phase is settled', () =>
    certified(inJuly, 1, 'concept', 504_000).when(requestTranche, hanna, { kind: 'balance' }).refuses('phase-not-settled', { phase: 'concept' }));

  it('asks for nothing more once the project is settled', () => {
    const nothing = [{ funder: 'region', amount: 0 }];
    return inFull
      .and(ProjectSettled({ due: nothing, unused: nothing }))
      .when(requestTranche, hanna, { kind: 'advance' })
      .refuses('project-already-settled');
  });
});

describe('request-tranche after a return', () => {
  const back = inPilot.and(GateDecided({ outcome: 'return', from: 'pilot', to: 'concept', conditions: [], reasons: 'Back.' }));

  it('keeps back the money of the phase that was left, from the gate on', async () => {
    await back.when(requestTranche, hanna, { kind: 'advance', phase: 'pilot' }).refuses('phase-frozen', { phase: 'pilot' });
    const inConceptAgain = back.and(PhaseEntered({ phase: 'concept', by: 'return' }));
    await inConceptAgain.when(requestTranche, hanna, { kind: 'advance', phase: 'pilot' }).refuses('phase-frozen');
    await inConceptAgain.when(requestTranche, hanna, { kind: 'advance' }).decides(TrancheRequested(advance));
  });

  it('pays it when the project closes', () =>
    back
      .and(
        PhaseEntered({ phase: 'concept', by: 'return' }),
        GateDecided({ outcome: 'exit-with-shared-results', from: 'concept', conditions: [], reasons: 'Enough.' }),
      )
      .when(requestTranche, hanna, { kind: 'advance', phase: 'pilot' })
      .decides(TrancheRequested(payment('pilot', 'advance', 1_080_000, 720_000))));
});

describe('release-tranche', () => {
  it('is refused where the full procedure holds', () => advanceRequested.when(releaseTranche, accountant, it1).refuses('full-procedure'));

  it('waits while a gate has paused the project', () =>
    of(inConcept, 'hanna', TrancheRequested(advance)).and(pause).when(releaseTranche, accountant, it1).refuses('project-paused'));

  it('pays no funder’s money beyond what the agreement foresees for the phase', async () => {
    const most = payment('concept', 'advance', 1_200_000, 800_000);
    await of(inConcept, 'hanna', TrancheRequested(most)).when(releaseTranche, accountant, it1).decides(TrancheReleased(most));
    const beyond = payment('concept', 'advance', 1_200_001, 0);
    await of(inConcept, 'hanna', TrancheRequested(beyond)).when(releaseTranche, accountant, it1).refuses('beyond-agreement', { phase: 'concept' });
  });
});

describe('approve-payment', () => {
  const first = PaymentApproved({ ...advance, approval: 1, needed: 2 });

  it('needs two different people above the policy’s amount', async () => {
    await advanceRequested.when(approvePayment, administrator, it1).decides(first);
    const once = of(advanceRequested, 'administrator', first);
    await once.when(approvePayment, administrator, it1).refuses('approved-by-the-same-person');
    await once.when(approvePayment, director, it1).decides(PaymentApproved({ ...advance, approval: 2, needed: 2 }));
    await advanceApproved.when(approvePayment, by('deputy'), it1).refuses('payment-already-approved', it1);
  });

  it('needs one person up to that amount', async () => {
    const atMost = under(inConcept, Policy.parse({ ...fullPolicy, approvals: { secondFrom: 600_000 } }));
    const requested = of(atMost, 'hanna', TrancheRequested(advance));
    await requested.when(approvePayment, administrator, it1).decides(PaymentApproved({ ...advance, approval: 1, needed: 1 }));
    const below = under(inConcept, Policy.parse({ ...fullPolicy, approvals: { secondFrom: 599_999 } }));
    await of(below, 'hanna', TrancheRequested(advance)).when(approvePayment, administrator, it1).decides(first);
  });

  it('is nobody’s who requested it, holds the project, or examined or certified what it rests on', async () => {
    await advanceRequested.when(approvePayment, hanna, it1).refuses('took-part-before');
    await of(inFull, 'deputy', TrancheRequested(advance)).when(approvePayment, by('deputy'), it1).refuses('took-part-before');
    const withStatement = certified(advanceRequested, 1, 'concept', 5_000);
    for (const person of ['ines', 'carl', 'hanna']) await withStatement.when(approvePayment, by(person), it1).refuses('took-part-before');
    await withStatement.when(approvePayment, administrator, it1).decides(first);
  });

  it('waits while double funding was found, until a later check is clear', async () => {
    const check = { sources: ['Register'], reasons: 'As found.' };
    const overlap = advanceRequested.and(DoubleFundingChecked({ ...check, outcome: 'overlap' }));
    await overlap.when(approvePayment, administrator, it1).refuses('double-funding-found');
    await overlap
      .and(DoubleFundingChecked({ ...check, outcome: 'clear' }))
      .when(approvePayment, administrator, it1)
      .decides(first);
  });

  it('is over once ordered', () => advanceOrdered.when(approvePayment, by('deputy'), it1).refuses('payment-already-ordered', it1));
});

describe('order-payment', () => {
  const ordered = PaymentOrdered({ ...advance, reference: 'Mandat 1' });

  it('orders what has all its approvals', async () => {
    await advanceApproved.when(orderPayment, officer, order).decides(ordered);
    const once = of(advanceRequested, 'administrator', PaymentApproved({ ...advance, approval: 1, needed: 2 }));
    await once.when(orderPayment, officer, order).refuses('approvals-missing', { given: 1, needed: 2 });
  });

  it('is given once', () => advanceOrdered.when(orderPayment, officer, order).refuses('payment-already-ordered'));

  it('is nobody’s who requested it or took part in what it rests on', async () => {
    await advanceApproved.when(orderPayment, hanna, order).refuses('took-part-before');
    await certified(advanceApproved, 1, 'concept', 5_000).when(orderPayment, by('carl'), order).refuses('took-part-before');
  });

  it('says what was corrected after a rejection', async () => {
    const rejected = of(advanceOrdered, 'accountant', PaymentRejected({ ...it1, reasons: 'The account is closed.' }));
    await rejected.when(orderPayment, officer, order).refuses('correction-not-said');
    const correction = 'The account of the amendment is named.';
    await rejected.when(orderPayment, officer, { ...order, correction }).decides(PaymentOrdered({ ...advance, reference: 'Mandat 1', correction }));
    const again = of(rejected, 'officer', PaymentOrdered({ ...advance, reference: 'Mandat 2', correction }));
    await again
      .when(recordPayment, accountant, paid)
      .decides(PaymentRecorded({ ...advance, paidOn: '2027-06-07', reference: 'Virement 1' }), TrancheReleased(advance));
  });

  it('stays within the agreement', () => {
    const beyond = payment('concept', 'advance', 1_200_001, 0);
    const approved = of(of(inFull, 'hanna', TrancheRequested(beyond)), 'director', PaymentApproved({ ...beyond, approval: 1, needed: 2 }));
    return of(approved, 'administrator', PaymentApproved({ ...beyond, approval: 2, needed: 2 }))
      .when(orderPayment, officer, order)
      .refuses('beyond-agreement', { phase: 'concept' });
  });
});

describe('record-payment', () => {
  const recorded = [PaymentRecorded({ ...advance, paidOn: '2027-06-07', reference: 'Virement 1' }), TrancheReleased(advance)];

  it('records what went out; the tranche is released', async () => {
    await advanceOrdered.when(recordPayment, accountant, paid).decides(...recorded);
    const after = await advanceOrdered.when(recordPayment, accountant, paid).after();
    expect(after.state(project).payments.paid).toEqual({ concept: { region: 360_000, esf: 240_000 } });
    expect(after.state(project).tranches['concept-advance']?.released).toBe(true);
  });

  it('waits for the order', () => advanceApproved.when(recordPayment, accountant, paid).refuses('payment-not-ordered', it1));

  it.each(['hanna', 'officer', 'administrator', 'director'])('is not for %s, who acted on it before', (person) =>
    advanceOrdered.when(recordPayment, by(person), paid).refuses('payer-took-part'),
  );

  it('is on a day between the order and today', async () => {
    const later = advanceOrdered.at('2027-06-10T10:00:00Z');
    await later
      .when(recordPayment, accountant, { ...paid, paidOn: '2027-06-06' })
      .refuses('paid-out-of-time', { paidOn: '2027-06-06', orderedOn: '2027-06-07' });
    await later.when(recordPayment, accountant, { ...paid, paidOn: '2027-06-11' }).refuses('paid-out-of-time');
    await later
      .when(recordPayment, accountant, { ...paid, paidOn: '2027-06-10' })
      .decides(PaymentRecorded({ ...advance, paidOn: '2027-06-10', reference: 'Virement 1' }), TrancheReleased(advance));
  });

  it('stays within the agreement', () => {
    const beyond = payment('concept', 'advance', 1_200_001, 0);
    const world = of(of(inFull, 'hanna', TrancheRequested(beyond)), 'officer', PaymentOrdered({ ...beyond, reference: 'Mandat 1' }));
    return world.when(recordPayment, accountant, paid).refuses('beyond-agreement');
  });
});

describe('reject-payment', () => {
  const reasons = 'The account is closed.';

  it('sends an order back and says why; the approvals stay', async () => {
    await advanceOrdered.when(rejectPayment, accountant, { ...it1, reasons }).decides(PaymentRejected({ ...it1, reasons }));
    const rejected = await advanceOrdered.when(rejectPayment, accountant, { ...it1, reasons }).after();
    await rejected.when(recordPayment, accountant, paid).refuses('payment-not-ordered');
    await rejected.when(rejectPayment, accountant, { ...it1, reasons }).refuses('payment-not-ordered', it1);
    expect(rejected.state(project).payments.files['concept-advance']?.approvals).toHaveLength(2);
  });

  it('is not for whoever ordered it', () => advanceOrdered.when(rejectPayment, officer, { ...it1, reasons }).refuses('payer-took-part'));
});

describe('return-tranche', () => {
  const reasons = 'Another account than the agreement’s.';
  const returned = TrancheReturned({ ...it1, reasons });

  it('sends a request back, which can be made again and is approved anew', async () => {
    await advanceApproved.when(returnTranche, administrator, { ...it1, reasons }).decides(returned);
    const back = await advanceApproved.when(returnTranche, administrator, { ...it1, reasons }).after();
    const again = await back.when(requestTranche, hanna, { kind: 'advance' }).after();
    await again.when(orderPayment, officer, order).refuses('approvals-missing', { given: 0, needed: 2 });
  });

  it('is not the holder’s, and not for what is ordered, paid, or was never asked for', async () => {
    await advanceRequested.when(returnTranche, hanna, { ...it1, reasons }).refuses('not-by-the-holder');
    await advanceOrdered.when(returnTranche, administrator, { ...it1, reasons }).refuses('payment-already-ordered', it1);
    await advancePaid.when(returnTranche, administrator, { ...it1, reasons }).refuses('tranche-already-released', it1);
    await inFull.when(returnTranche, administrator, { ...it1, reasons }).refuses('tranche-not-requested', it1);
    await signed.when(returnTranche, administrator, { ...it1, reasons }).refuses('project-not-running');
  });
});
