import { describe, expect, it } from 'vitest';
import { AwardReturned } from '../../../call/selection.ts';
import { on } from '../../../kernel/command.ts';
import { by, type World } from '../../../kernel/testing/given-when-then.ts';
import { advancePaid, advanceRequested, certified, inFull, of, payment, statementDeclared } from '../../../testing/payments-stories.ts';
import { inConcept, inPilot, signed } from '../../../testing/stories.ts';
import { AgreementAmended } from '../../agreement/agreement.ts';
import { requestTranche } from '../../funding/request-tranche.ts';
import { TrancheReleased, TrancheRequested, TrancheReturned } from '../../funding/tranches.ts';
import { GateDecided } from '../../phases/phases.ts';
import { project } from '../../project.ts';
import { declareExpenditure } from '../expenditure/declare-expenditure.ts';
import { orderRecovery } from './order-recovery.ts';
import { recordRecoveryPaid } from './record-recovery-paid.ts';
import { RecoveryFound, RecoveryOrdered, RecoveryPaid, RecoveryWaived } from './recovery.ts';
import { settlePhase } from './settle-phase.ts';
import { settleProject } from './settle-project.ts';
import { PhaseSettled, ProjectSettled } from './settlement.ts';
import { waiveRecovery } from './waive-recovery.ts';

const ines = by('ines');
const hanna = by('hanna');
const officer = by('officer');
const accountant = by('accountant');
const both = (region: number, esf: number) => [
  { funder: 'region', amount: region },
  { funder: 'esf', amount: esf },
];
const rate = { aid: 10_000_000, cost: 12_000_000 };
const planned = both(1_200_000, 800_000);
const held = both(360_000, 240_000);
const settled = (retained: number, due: readonly [number, number], balance: readonly [number, number]) =>
  PhaseSettled({ phase: 'concept', retained, rate, planned, due: both(...due), held, balance: both(...balance) });

describe('settle-phase', () => {
  it('works the aid out on what was certified; what was not paid of it is the balance', () =>
    certified(advancePaid, 1, 'concept', 1_440_000)
      .when(settlePhase, ines, {})
      .decides(settled(1_440_000, [720_000, 480_000], [360_000, 240_000])));

  it('gives no more than the agreement foresees', () =>
    certified(advancePaid, 1, 'concept', 9_000_000)
      .when(settlePhase, ines, {})
      .decides(settled(9_000_000, [1_200_000, 800_000], [840_000, 560_000])));

  it('splits an odd cent so that the shares add up, and rounds the aid down', () =>
    certified(advancePaid, 1, 'concept', 1_440_002)
      .when(settlePhase, ines, {})
      .decides(settled(1_440_002, [720_001, 480_000], [360_001, 240_000])));

  it('finds what was paid too much, by funder', () =>
    certified(advancePaid, 1, 'concept', 600_000)
      .when(settlePhase, ines, {})
      .decides(
        settled(600_000, [300_000, 200_000], [0, 0]),
        RecoveryFound({ recovery: 1, amount: 100_000, shares: both(60_000, 40_000), phase: 'concept', because: 'settlement' }),
      ));

  it('is also for a phase that is over, named', () =>
    certified(inPilotPaid, 1, 'concept', 720_000)
      .when(settlePhase, ines, { phase: 'concept' })
      .decides(settled(720_000, [360_000, 240_000], [0, 0])));

  it('waits for statements and payments that are under way', async () => {
    await statementDeclared.when(settlePhase, ines, {}).refuses('expenditure-under-examination', { phase: 'concept' });
    await advanceRequested.when(settlePhase, ines, {}).refuses('payment-under-way', { phases: ['concept'] });
  });

  it('needs expenditure, save where the project closes: then everything comes back', async () => {
    await advancePaid.when(settlePhase, ines, {}).refuses('no-expenditure-certified', { phase: 'concept' });
    await leaving(advancePaid)
      .when(settlePhase, ines, {})
      .decides(
        settled(0, [0, 0], [0, 0]),
        RecoveryFound({ recovery: 1, amount: 600_000, shares: both(360_000, 240_000), phase: 'concept', because: 'settlement' }),
      );
  });

  it('is done once, not by the holder, and only for a phase with money that was entered', async () => {
    const done = certified(advancePaid, 1, 'concept', 720_000).and(settled(720_000, [360_000, 240_000], [0, 0]));
    await done.when(settlePhase, ines, {}).refuses('phase-already-settled', { phase: 'concept' });
    await advancePaid.when(settlePhase, hanna, {}).refuses('not-by-the-holder');
    await advancePaid.when(settlePhase, ines, { phase: 'pilot' }).refuses('phase-not-entered', { phase: 'pilot' });
    await inConcept.when(settlePhase, ines, {}).refuses('simple-procedure');
    await signed.when(settlePhase, ines, {}).refuses('project-not-running');
    await advancePaid
      .and(ProjectSettled({ due: held, unused: held }))
      .when(settlePhase, ines, {})
      .refuses('project-already-settled');
  });
});

describe('the balance', () => {
  const due = certified(advancePaid, 1, 'concept', 1_440_000).and(settled(1_440_000, [720_000, 480_000], [360_000, 240_000]));
  const balance = payment('concept', 'balance', 360_000, 240_000);

  it('is what the settlement worked out', () => due.when(requestTranche, hanna, { kind: 'balance' }).decides(TrancheRequested(balance)));

  it('takes the place of the instalment', () => due.when(requestTranche, hanna, { kind: 'instalment' }).refuses('phase-already-settled'));

  it('is asked for once, and again when it was returned', async () => {
    const asked = of(due, 'hanna', TrancheRequested(balance));
    await asked.when(requestTranche, hanna, { kind: 'balance' }).refuses('tranche-already-requested');
    const back = asked.and(TrancheReturned({ phase: 'concept', kind: 'balance', reasons: 'Another account.' }));
    await back.when(requestTranche, hanna, { kind: 'balance' }).decides(TrancheRequested(balance));
  });

  it('is nothing where everything was paid', () =>
    certified(advancePaid, 1, 'concept', 720_000)
      .and(settled(720_000, [360_000, 240_000], [0, 0]))
      .when(requestTranche, hanna, { kind: 'balance' })
      .refuses('tranche-empty', { phase: 'concept', kind: 'balance' }));

  it('goes out as the instalment where an amendment adds to that once the balance was paid', async () => {
    const paid = of(of(due, 'hanna', TrancheRequested(balance)), 'accountant', TrancheReleased(balance));
    const plan = (paid.state(project).agreement?.plan ?? []).map((tranche) =>
      tranche.phase === 'concept' && tranche.kind === 'instalment' ? { ...tranche, shares: both(540_000, 320_000) } : tranche,
    );
    const amended = paid.and(
      AgreementAmended({ kind: 'plan', reasons: 'More work.', plan, conditions: [], number: 1, amount: 10_060_000, returned: [] }),
    );
    const again = await certified(amended, 2, 'concept', 72_000).when(settlePhase, ines, {}).after();
    await again.when(requestTranche, hanna, { kind: 'instalment' }).decides(TrancheRequested(payment('concept', 'instalment', 37_674, 22_326)));
    const asked = of(again, 'hanna', TrancheRequested(payment('concept', 'instalment', 37_674, 22_326)));
    await asked.when(settleProject, ines, {}).refuses('project-not-closing');
  });

  it('opens again with an amendment that takes money away: what was paid beyond comes back', async () => {
    const plan = (due.state(project).agreement?.plan ?? []).map((tranche) =>
      tranche.phase === 'concept' && tranche.kind !== 'advance' ? { ...tranche, shares: both(0, 0) } : tranche,
    );
    const amended = due.and(
      AgreementAmended({ kind: 'plan', reasons: 'Less work.', plan, conditions: [], number: 1, amount: 8_600_000, returned: [] }),
    );
    const again = await amended.when(settlePhase, ines, {}).after();
    await again.when(requestTranche, hanna, { kind: 'balance' }).refuses('tranche-empty');
  });

  it('opens again with an amendment that adds money: then the phase is settled anew', async () => {
    const paid = of(of(due, 'hanna', TrancheRequested(balance)), 'accountant', TrancheReleased(balance));
    await paid.when(requestTranche, hanna, { kind: 'consolidation' }).refuses('tranche-empty');
    const plan = [
      ...(paid.state(project).agreement?.plan ?? []),
      { phase: 'concept' as const, kind: 'consolidation' as const, shares: both(60_000, 0) },
    ];
    const amended = paid.and(
      AgreementAmended({ kind: 'consolidation', reasons: 'A loop back.', plan, conditions: [], number: 1, amount: 10_060_000, returned: [] }),
    );
    await amended.when(requestTranche, hanna, { kind: 'consolidation' }).refuses('phase-not-settled');
    const line = { item: 'Staff', category: 'direct-staff' as const, amount: 72_000, paidOn: '2027-06-07', piece: 'e'.repeat(64) };
    expect(await amended.when(declareExpenditure, hanna, { lines: [line] }).outcome()).not.toHaveProperty('refused');
    const again = await certified(amended, 2, 'concept', 72_000).when(settlePhase, ines, {}).after();
    await again
      .when(requestTranche, hanna, { kind: 'consolidation' })
      .decides(TrancheRequested({ ...payment('concept', 'consolidation', 37_674, 22_326) }));
  });
});

describe('settle-project', () => {
  const closing = certified(leaving(advancePaid), 1, 'concept', 720_000);
  const concept = settled(720_000, [360_000, 240_000], [0, 0]);

  it('closes the accounts; what of the agreement was not used returns to the envelope', () =>
    closing
      .and(concept)
      .when(settleProject, ines, {})
      .decides(
        ProjectSettled({ due: both(360_000, 240_000), unused: both(5_640_000, 3_760_000) }),
        on('call-spring', AwardReturned({ application: 'repair', shares: both(5_640_000, 3_760_000), because: 'reduced' })),
      ));

  it('counts what the holder keeps as due where the simple procedure settles no phase', () =>
    leaving(of(inConcept, 'accountant', TrancheReleased(payment('concept', 'advance', 360_000, 240_000))))
      .when(settleProject, ines, {})
      .decides(
        ProjectSettled({ due: both(360_000, 240_000), unused: both(5_640_000, 3_760_000) }),
        on('call-spring', AwardReturned({ application: 'repair', shares: both(5_640_000, 3_760_000), because: 'reduced' })),
      ));

  it('returns nothing where everything was used', () => {
    const whole = payment('concept', 'advance', 6_000_000, 4_000_000);
    return leaving(of(inConcept, 'accountant', TrancheReleased(whole)))
      .when(settleProject, ines, {})
      .decides(ProjectSettled({ due: both(6_000_000, 4_000_000), unused: both(0, 0) }));
  });

  it('counts what a later correction takes back as unused, and what was given up of it as kept', async () => {
    const back = { recovery: 1, amount: 90_000, shares: both(54_000, 36_000) };
    const corrected = closing.and(concept, RecoveryFound({ ...back, phase: 'concept', because: 'correction', finding: 'sheets' }));
    expect(await dueAt(corrected)).toEqual(both(306_000, 204_000));
    const partly = corrected.and(RecoveryPaid({ ...back, amount: 30_000, shares: both(20_000, 10_000), paidOn: '2027-06-07', reference: 'Reçu' }));
    expect(await dueAt(partly.and(RecoveryWaived({ ...back, ground: 'remission', reasons: 'Hardship.' })))).toEqual(both(340_000, 230_000));
  });

  it('waits until every phase that was entered is settled, and its balance paid', async () => {
    await closing.when(settleProject, ines, {}).refuses('phases-not-settled', { phases: ['concept'] });
    const owing = closing.and(settled(1_440_000, [720_000, 480_000], [360_000, 240_000]));
    await owing.when(settleProject, ines, {}).refuses('balance-not-requested', { phases: ['concept'] });
    const asked = of(owing, 'hanna', TrancheRequested(payment('concept', 'balance', 360_000, 240_000)));
    await asked.when(settleProject, ines, {}).refuses('payment-under-way', { phases: ['concept'] });
  });

  it('is done once, at the end, and not by the holder', async () => {
    await closing
      .and(concept, ProjectSettled({ due: held, unused: held }))
      .when(settleProject, ines, {})
      .refuses('project-already-settled');
    await closing.and(concept).when(settleProject, hanna, {}).refuses('not-by-the-holder');
    await inFull.when(settleProject, ines, {}).refuses('project-not-closing', { stage: 'concept' });
  });
});

describe('a recovery', () => {
  const found = certified(advancePaid, 1, 'concept', 600_000).and(
    settled(600_000, [300_000, 200_000], [0, 0]),
    RecoveryFound({ recovery: 1, amount: 100_000, shares: both(60_000, 40_000), phase: 'concept', because: 'settlement' }),
  );
  const ordered = of(found, 'officer', RecoveryOrdered({ recovery: 1, amount: 100_000, shares: both(60_000, 40_000), reference: 'Titre 1' }));
  const received = { recovery: 1, amount: 33_333, paidOn: '2027-06-07', reference: 'Virement 9' };
  const partly = of(ordered, 'accountant', RecoveryPaid({ ...received, shares: both(20_000, 13_333) }));
  const waiver = { recovery: 1, ground: 'remission' as const, reasons: 'Hardship.' };

  it('is ordered once, by its claim', async () => {
    await found
      .when(orderRecovery, officer, { recovery: 1, reference: 'Titre 1' })
      .decides(RecoveryOrdered({ recovery: 1, amount: 100_000, shares: both(60_000, 40_000), reference: 'Titre 1' }));
    await ordered.when(orderRecovery, officer, { recovery: 1, reference: 'Titre 2' }).refuses('recovery-already-ordered', { recovery: 1 });
    await found.when(orderRecovery, officer, { recovery: 2, reference: 'Titre 2' }).refuses('recovery-closed', { recovery: 2 });
    await found.when(orderRecovery, hanna, { recovery: 1, reference: 'Titre 2' }).refuses('not-by-the-holder');
    await signed.when(orderRecovery, officer, { recovery: 1, reference: 'Titre 2' }).refuses('project-not-running');
    const waived = found.and(RecoveryWaived({ ...waiver, amount: 100_000, shares: both(60_000, 40_000) }));
    await waived.when(orderRecovery, officer, { recovery: 1, reference: 'Titre 2' }).refuses('recovery-closed');
  });

  it('is paid back in parts, each shared among the funders to the cent', async () => {
    await ordered.when(recordRecoveryPaid, accountant, received).decides(RecoveryPaid({ ...received, shares: both(20_000, 13_333) }));
    await partly
      .when(recordRecoveryPaid, accountant, { ...received, amount: 66_667 })
      .decides(RecoveryPaid({ ...received, amount: 66_667, shares: both(40_000, 26_667) }));
    await partly.when(recordRecoveryPaid, accountant, { ...received, amount: 66_668 }).refuses('beyond-recovery', { recovery: 1, owed: 66_667 });
    const whole = await partly.when(recordRecoveryPaid, accountant, { ...received, amount: 66_667 }).after();
    await whole.when(recordRecoveryPaid, accountant, { ...received, amount: 1 }).refuses('recovery-closed');
  });

  it('is recorded by another person than the one who ordered it, on a day since the claim', async () => {
    await ordered.when(recordRecoveryPaid, officer, received).refuses('payer-took-part');
    await ordered.when(recordRecoveryPaid, hanna, received).refuses('not-by-the-holder');
    await ordered.when(recordRecoveryPaid, accountant, { ...received, paidOn: '2027-06-06' }).refuses('paid-out-of-time');
    await ordered.when(recordRecoveryPaid, accountant, { ...received, paidOn: '2027-06-08' }).refuses('paid-out-of-time');
    await found.when(recordRecoveryPaid, accountant, received).refuses('recovery-not-ordered', { recovery: 1 });
    await signed.when(recordRecoveryPaid, accountant, received).refuses('project-not-running');
  });

  it('can be given up, for what is left of it', async () => {
    await partly.when(waiveRecovery, officer, waiver).decides(RecoveryWaived({ ...waiver, amount: 66_667, shares: both(40_000, 26_667) }));
    const waived = await partly.when(waiveRecovery, officer, waiver).after();
    await waived.when(waiveRecovery, officer, waiver).refuses('recovery-closed', { recovery: 1 });
    await found.when(waiveRecovery, officer, { ...waiver, recovery: 7 }).refuses('recovery-closed');
    await found.when(waiveRecovery, hanna, waiver).refuses('not-by-the-holder');
    await signed.when(waiveRecovery, officer, waiver).refuses('project-not-running');
  });
});

function leaving(world: World): World {
  return world.and(GateDecided({ outcome: 'exit-with-shared-results', from: 'concept', conditions: [], reasons: 'Enough.' }));
}

async function dueAt(world: World) {
  const settledNow = await world.when(settleProject, ines, {}).after();
  return ProjectSettled.data.parse(settledNow.past.findLast(({ decision }) => decision.type === ProjectSettled.type)?.decision.data).due;
}

const inPilotPaid = of(
  inPilot
    .of('programme-breakthrough')
    .and(...inFull.past.filter(({ decision }) => decision.type === 'policy-adopted').map(({ decision }) => decision))
    .of('project-repair'),
  'accountant',
  TrancheReleased(payment('concept', 'advance', 360_000, 240_000)),
);
