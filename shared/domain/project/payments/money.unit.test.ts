import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyCommand } from '../../kernel/command.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { by, type Entry, type World } from '../../kernel/testing/given-when-then.ts';
import { addShares, type ByFunder, type Share, totalOf } from '../../programme/shares.ts';
import { inFull } from '../../testing/payments-stories.ts';
import { answerFinding } from '../checks/answer-finding.ts';
import { decideCorrection } from '../checks/decide-correction.ts';
import { openCheck } from '../checks/open-check.ts';
import { recordFinding } from '../checks/record-finding.ts';
import { requestTranche } from '../funding/request-tranche.ts';
import { GateDecided } from '../phases/phases.ts';
import { project } from '../project.ts';
import { aidDue } from './aid.ts';
import { approvePayment } from './approve-payment.ts';
import { answerExamination } from './expenditure/answer-examination.ts';
import { certifyService } from './expenditure/certify-service.ts';
import { concludeExamination } from './expenditure/conclude-examination.ts';
import { declareExpenditure } from './expenditure/declare-expenditure.ts';
import { examineExpenditure } from './expenditure/examine-expenditure.ts';
import { ledgerOf } from './ledger.ts';
import { orderPayment } from './order-payment.ts';
import { recordPayment } from './record-payment.ts';
import { orderRecovery } from './recovery/order-recovery.ts';
import { recordRecoveryPaid } from './recovery/record-recovery-paid.ts';
import { settlePhase } from './recovery/settle-phase.ts';
import { settleProject } from './recovery/settle-project.ts';
import { waiveRecovery } from './recovery/waive-recovery.ts';
import { rejectPayment } from './reject-payment.ts';
import { returnTranche } from './return-tranche.ts';

interface Turn {
  /** Whether anything is tried by anybody, or what the state of things calls for. */
  readonly wild: boolean;
  readonly pick: number;
  readonly kind: 'advance' | 'instalment' | 'balance';
  readonly person: string;
  readonly amount: number;
}

const turn: fc.Arbitrary<Turn> = fc.record({
  wild: fc.nat({ max: 3 }).map((die) => die === 0),
  pick: fc.nat({ max: 39 }),
  kind: fc.constantFrom('advance', 'instalment', 'balance'),
  person: fc.constantFrom('ines', 'carl', 'administrator', 'director', 'officer', 'accountant', 'hanna'),
  amount: fc.integer({ min: 1, max: 900_001 }),
});

type Tried = readonly [command: AnyCommand, person: string, data: unknown];

/** What somebody may try on the money of the project: sensible or not, it is the rules that say. */
function tried({ pick, kind, person, amount }: Turn, world: World): Tried {
  const { expenditure, recoveries, checks } = world.state(project);
  const named = { phase: 'concept', kind };
  const report = Math.max(1, Object.keys(expenditure).length);
  const recovery = Math.max(1, Object.keys(recoveries).length);
  const findings = Object.keys(checks.findings).length;
  const finding = `finding-${findings}`;
  const declared = expenditure[report]?.lines[0]?.amount ?? 0;
  const piece = `${world.past.length}`.padStart(64, '0');
  const shares = [
    { funder: 'region', amount: Math.floor(amount / 9) },
    { funder: 'esf', amount: amount % 1_000 },
  ];
  const moves: readonly Tried[] = [
    [requestTranche, 'hanna', { kind }],
    [approvePayment, person, named],
    [orderPayment, person, { ...named, reference: 'Mandat', correction: 'As asked.' }],
    [recordPayment, person, { ...named, paidOn: '2027-06-07', reference: 'Virement' }],
    [rejectPayment, person, { ...named, reasons: 'Closed.' }],
    [returnTranche, person, { ...named, reasons: 'Closed.' }],
    [
      declareExpenditure,
      'hanna',
      { lines: [{ item: 'Staff', category: 'direct-staff', amount, paidOn: '2027-06-01', piece }], simplified: { rate: 1_500 } },
    ],
    [examineExpenditure, person, { report, lines: [{ line: 1, retained: amount % 3 === 0 ? declared : amount, reasons: 'As found.' }] }],
    [answerExamination, 'hanna', { report, answer: 'It is within.' }],
    [concludeExamination, person, { report }],
    [certifyService, person, { report, outcome: amount % 7 === 0 ? 'returned' : 'certified', reasons: 'As found.' }],
    [settlePhase, person, {}],
    [openCheck, person, { check: 'check', kind: 'desk', scope: 'All.' }],
    [recordFinding, person, { check: 'check', finding: `finding-${findings + 1}`, found: 'Something.' }],
    [answerFinding, 'hanna', { finding, answer: 'No.' }],
    [decideCorrection, person, { finding, mode: amount % 2 === 0 ? 'recovery' : 'set-off', phase: 'concept', shares, reasons: 'As found.' }],
    [orderRecovery, person, { recovery, reference: 'Titre' }],
    [recordRecoveryPaid, person, { recovery, amount, paidOn: '2027-06-07', reference: 'Reçu' }],
    [waiveRecovery, person, { recovery, ground: 'remission', reasons: 'Hardship.' }],
    [settleProject, person, {}],
  ];
  return moves[pick % moves.length]!;
}

const KINDS = ['advance', 'instalment', 'balance'] as const;

/** What the state of things calls for, by the people whose office it is. */
function called({ kind, amount }: Turn, world: World): readonly Tried[] {
  const { tranches, payments, expenditure, recoveries } = world.state(project);
  const asked = KINDS.find((each) => tranches[`concept-${each}`]?.requested && !tranches[`concept-${each}`]?.released);
  const file = asked && payments.files[`concept-${asked}`];
  const named = { phase: 'concept', kind: asked };
  const paying: readonly Tried[] = !asked
    ? [[requestTranche, 'hanna', { kind }]]
    : file?.ordered
      ? [
          [recordPayment, 'accountant', { ...named, paidOn: '2027-06-07', reference: 'Virement' }],
          [recordPayment, 'officer', { ...named, paidOn: '2027-06-07', reference: 'Virement' }],
          ...(amount % 4 === 0 ? [[rejectPayment, 'accountant', { ...named, reasons: 'Closed.' }] as const] : []),
        ]
      : [
          [approvePayment, 'administrator', named],
          [approvePayment, 'director', named],
          [orderPayment, 'officer', { ...named, reference: 'Mandat', correction: 'As asked.' }],
        ];
  const report = Object.keys(expenditure).length;
  const statement = expenditure[report];
  const retained = amount % 2 === 0 ? (statement?.lines[0]?.amount ?? 0) : Math.min(amount, statement?.lines[0]?.amount ?? 0);
  const accounting: readonly Tried[] =
    !statement || statement.certified
      ? []
      : statement.concluded
        ? [[certifyService, 'carl', { report, outcome: amount % 5 === 0 ? 'returned' : 'certified', reasons: 'As found.' }]]
        : statement.examined
          ? [
              [answerExamination, 'hanna', { report, answer: 'It is within.' }],
              [concludeExamination, 'ines', { report }],
            ]
          : [[examineExpenditure, 'ines', { report, lines: [{ line: 1, retained, reasons: 'As found.' }] }]];
  const returning = Object.entries(recoveries).flatMap(([recovery, { ordered }]): readonly Tried[] => [
    ordered
      ? [recordRecoveryPaid, 'accountant', { recovery: Number(recovery), amount, paidOn: '2027-06-07', reference: 'Reçu' }]
      : [orderRecovery, 'officer', { recovery: Number(recovery), reference: 'Titre' }],
  ]);
  return [...paying, ...accounting, ...returning];
}

interface Life {
  readonly worlds: readonly World[];
}

async function live(turns: readonly Turn[], leavesAt: number): Promise<Life> {
  const worlds: World[] = [inFull];
  for (const [index, turn] of turns.entries()) {
    const before = worlds.at(-1)!;
    const world =
      index === leavesAt
        ? before.and(GateDecided({ outcome: 'exit-with-shared-results', from: 'concept', conditions: [], reasons: 'Enough.' }))
        : before;
    const sensible = called(turn, world);
    const [command, person, data] = turn.wild ? tried(turn, world) : sensible[turn.pick % sensible.length]!;
    const attempt = world.when(command, by(person), data);
    worlds.push(isRefusal(await attempt.outcome()) ? world : await attempt.after());
  }
  return { worlds };
}

const lives = fc.tuple(fc.array(turn, { minLength: 60, maxLength: 240, size: 'max' }), fc.integer({ min: 20, max: 400 }));
const runs = { seed: 20_270_607, numRuns: 60 };
const lived = new Map<string, Promise<Life>>();
function lifeOf(turns: readonly Turn[], leavesAt: number): Promise<Life> {
  const key = JSON.stringify([turns, leavesAt]);
  const life = lived.get(key) ?? live(turns, leavesAt);
  lived.set(key, life);
  return life;
}
const always = (check: (life: Life) => void): Promise<void> =>
  fc.assert(
    fc.asyncProperty(lives, async ([turns, leavesAt]) => check(await lifeOf(turns, leavesAt))),
    runs,
  );
const last = ({ worlds }: Life): World => worlds.at(-1)!;
const amountOf = (shares: readonly Share[], funder: string) => totalOf(shares.filter((share) => share.funder === funder));
/** The decisions of a life on the project, after the story that it begins with. */
const decided = (life: Life): readonly Entry[] => last(life).past.slice(inFull.past.length);

describe('in every history of payments', () => {
  it('what is paid and under way never goes beyond the agreement, for any funder and phase', () =>
    always(({ worlds }) => {
      for (const world of worlds) {
        const { planned, paid, underWay } = ledgerOf(world.state(project), 'concept');
        for (const { funder, amount } of planned) expect(amountOf(paid, funder) + amountOf(underWay, funder)).toBeLessThanOrEqual(amount);
      }
    }));

  it('no more comes back than was paid, and no more is paid back than was asked for', () =>
    always((life) => {
      const { recoveries, payments } = last(life).state(project);
      const asked = Object.values(recoveries).reduce<ByFunder>((sums, { shares }) => addShares(sums, shares), {});
      for (const [funder, amount] of Object.entries(asked)) expect(amount).toBeLessThanOrEqual(payments.paid.concept?.[funder] ?? 0);
      for (const { shares, paid } of Object.values(recoveries))
        for (const { funder, amount } of shares) expect(paid[funder] ?? 0).toBeLessThanOrEqual(amount);
    }));

  it('every amount is the sum of its shares', () =>
    always((life) => {
      for (const { decision } of decided(life)) {
        const { amount, shares } = decision.data as { readonly amount?: number; readonly shares?: readonly Share[] };
        if (amount !== undefined && shares) expect(totalOf(shares)).toBe(amount);
      }
    }));

  it('no more is retained than was declared, line by line', () =>
    always((life) => {
      for (const { lines, examined } of Object.values(last(life).state(project).expenditure))
        for (const { line, retained } of examined?.lines ?? [])
          expect(retained).toBeLessThanOrEqual(lines.find((declared) => declared.line === line)?.amount ?? -1);
    }));

  it('nobody acts in two incompatible offices on the same payment', () =>
    always((life) => {
      const acts = decided(life);
      for (const [index, { decision, by: payer }] of acts.entries()) {
        if (decision.type !== 'payment-recorded') continue;
        const { kind } = decision.data as { readonly kind: string };
        const before = acts.slice(0, index).filter((act) => (act.decision.data as { readonly kind?: string }).kind === kind);
        const since = before.slice(before.findLastIndex((act) => act.decision.type === 'tranche-requested'));
        const who = (type: string) => since.filter((act) => act.decision.type === type).map((act) => act.by.id);
        const approvers = who('payment-approved');
        const others = [...who('tranche-requested'), ...approvers, ...who('payment-ordered')];
        expect(others).not.toContain(payer.id);
        expect(new Set(approvers).size).toBe(approvers.length);
        expect([...approvers, ...who('payment-ordered')]).not.toContain('hanna');
        const amount = (decision.data as { readonly amount: number }).amount;
        expect(approvers.length).toBe(amount > 500_000 ? 2 : 1);
      }
      for (const { certified, examiners } of Object.values(last(life).state(project).expenditure))
        if (certified) expect([...examiners, 'hanna']).not.toContain(certified.by);
    }));

  it('gets to payments, settlements and recoveries', async () => {
    const seen = new Set<string>();
    await always((life) => {
      for (const { decision } of decided(life)) seen.add(decision.type);
    });
    const all =
      'tranche-released payment-rejected tranche-returned service-certified service-not-certified phase-settled recovery-found recovery-paid correction-decided'.split(
        ' ',
      );
    expect(all.filter((type) => !seen.has(type))).toEqual([]);
  });
});

describe('the aid worked out again', () => {
  const cents = fc.integer({ min: 0, max: 1_000_000_003 });
  const each = fc.record({ planned: cents, paid: cents, corrected: cents, recovered: cents });

  it('pays nobody beyond its plan, takes nothing back that is not held, and adds up to the cent', () =>
    fc.assert(
      fc.property(fc.array(each, { minLength: 1, maxLength: 5 }), cents, (funders, aid) => {
        const shares = (amountFor: (of: (typeof funders)[number]) => number): Share[] =>
          funders.map((of, index) => ({ funder: `f${index}`, amount: amountFor(of) }));
        const paid = (of: (typeof funders)[number]) => Math.min(of.paid, of.planned);
        const corrected = (of: (typeof funders)[number]) => Math.min(of.corrected, of.planned);
        const ledger = {
          planned: shares((of) => of.planned),
          paid: shares(paid),
          underWay: [],
          corrected: shares(corrected),
          held: shares((of) => Math.max(0, paid(of) - Math.min(of.recovered, corrected(of)))),
        };
        const { due, balance, back } = aidDue(aid, ledger);
        const whole = Math.max(0, Math.min(aid, totalOf(ledger.planned)) - totalOf(ledger.corrected));
        expect(totalOf(due)).toBe(whole);
        expect(Math.min(totalOf(balance), totalOf(back))).toBe(0);
        for (const [index, { amount }] of ledger.held.entries()) {
          expect(back[index]!.amount).toBeLessThanOrEqual(amount);
          expect(amount + balance[index]!.amount - back[index]!.amount).toBe(due[index]!.amount);
          expect(due[index]!.amount).toBeLessThanOrEqual(Math.max(amount, ledger.planned[index]!.amount));
        }
      }),
    ));
});
