import type { Decision } from '../kernel/decision.ts';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import type { Phase } from '../programme/policy/phase.ts';
import { Policy } from '../programme/policy.ts';
import { PolicyAdopted } from '../programme/programme.ts';
import type { TrancheKind } from '../project/agreement/payment-plan.ts';
import { TrancheReleased, TrancheRequested } from '../project/funding/tranches.ts';
import { ExaminationConcluded, ExpenditureDeclared, ExpenditureExamined, ServiceCertified } from '../project/payments/expenditure/expenditure.ts';
import { PaymentApproved, PaymentOrdered } from '../project/payments/payments.ts';
import { inConcept } from './stories.ts';

const PROJECT = 'project-repair';

/** A policy that pays in the full procedure, with a second approval above 5,000 euros, one unit cost and one lump sum. */
export const fullPolicy = Policy.parse({
  approvals: { secondFrom: 500_000 },
  payments: { procedure: 'full', unitCosts: { 'workshop-day': 25_000 }, lumpSums: { 'final-event': 300_000 } },
});

/** The same programme with another policy in force since before the signature. */
export const under = (world: World, policy: Policy): World => {
  const { subject } = world;
  return world
    .of('programme-breakthrough')
    .and(PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-05-01', policy }))
    .of(subject);
};

/** In the concept phase since 7 June 2027, paid in the full procedure; the phase has 2,000,000 cents, 1,200,000 of them the Region's. */
export const inFull: World = under(inConcept, fullPolicy);

/** A payment of the phase by funder: the Region's share and the ESF+'s. */
export const payment = (phase: Phase, kind: TrancheKind, region: number, esf: number) => ({
  phase,
  kind,
  amount: region + esf,
  shares: [
    { funder: 'region', amount: region },
    { funder: 'esf', amount: esf },
  ],
});
export const advance = payment('concept', 'advance', 360_000, 240_000);
export const instalment = payment('concept', 'instalment', 480_000, 320_000);

/** Somebody's decisions on the project. */
export const of = (world: World, person: string, ...decisions: readonly Decision[]): World =>
  world.record(by(person), ...decisions.map((decision) => ({ stream: PROJECT, decision })));

/** The advance, requested by hanna on 7 June, then approved by two people, ordered by the authorising officer, and paid. */
export const advanceRequested: World = of(inFull, 'hanna', TrancheRequested(advance));
const approval = (number: 1 | 2) => PaymentApproved({ ...advance, approval: number, needed: 2 });
export const advanceApproved: World = of(of(advanceRequested, 'administrator', approval(1)), 'director', approval(2));
export const advanceOrdered: World = of(advanceApproved, 'officer', PaymentOrdered({ ...advance, reference: 'Mandat 1' }));
export const advancePaid: World = of(advanceOrdered, 'accountant', TrancheReleased(advance));

/** A piece, told apart by a digit. */
export const piece = (digit: string): string => digit.repeat(64);

/** The first statement: 600,000 cents of staff and 200,000 of others, declared on 15 December 2027. */
export const declared = {
  report: 1,
  phase: 'concept' as const,
  amount: 800_000,
  lines: [
    { line: 1, item: 'Staff', basis: 'real' as const, category: 'direct-staff' as const, amount: 600_000, paidOn: '2027-11-30', piece: piece('a') },
    { line: 2, item: 'Premises', basis: 'real' as const, category: 'other' as const, amount: 200_000, paidOn: '2027-12-01', piece: piece('b') },
  ],
};
export const statementDeclared: World = of(advancePaid.at('2027-12-15T10:00:00Z'), 'hanna', ExpenditureDeclared(declared));

/** Ines examines: everything is retained but 50,000 cents of the premises. */
export const examined = {
  report: 1,
  lines: [
    { line: 1, retained: 600_000 },
    { line: 2, retained: 150_000, reasons: 'One month is outside the period.' },
  ],
  retained: 750_000,
};
export const statementExamined: World = of(statementDeclared, 'ines', ExpenditureExamined(examined));

/** A whole statement of one line, certified: declared by hanna, examined by ines, certified by carl. */
export function certified(world: World, report: number, phase: Phase, amount: number): World {
  const line = {
    line: 1,
    item: 'Staff',
    basis: 'real' as const,
    category: 'direct-staff' as const,
    amount,
    paidOn: '2027-06-30',
    piece: piece(`${report}`),
  };
  const found = { report, lines: [{ line: 1, retained: amount }], retained: amount };
  const declaredOne = of(world, 'hanna', ExpenditureDeclared({ report, phase, amount, lines: [line] }));
  return of(
    of(declaredOne, 'ines', ExpenditureExamined(found), ExaminationConcluded(found)),
    'carl',
    ServiceCertified({ report, phase, retained: amount }),
  );
}
