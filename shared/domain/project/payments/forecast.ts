import type { Cents } from '../../kernel/money.ts';
import { addToDay, dayOf } from '../../kernel/time.ts';
import { Phase, type Policy } from '../../programme/policy.ts';
import { type Programme, policyInForce } from '../../programme/programme.ts';
import { addShares, type ByFunder, type Share } from '../../programme/shares.ts';
import type { TrancheKind } from '../agreement/payment-plan.ts';
import { trancheName } from '../funding/tranches.ts';
import type { Project } from '../project.ts';
import { settlementOf } from './recovery/settled-phase.ts';

/** A payment that is still to come, and the day by which it is expected. */
export interface ExpectedPayment {
  readonly phase: Phase;
  readonly kind: TrancheKind;
  readonly expectedOn: string;
  /** Only if a gate opens its phase. */
  readonly conditional: boolean;
  readonly shares: readonly Share[];
}

/** The money of one funder: what it is committed to (AE), what was ordered and paid of it (CP), and what is left to order (reste à mandater). */
export interface FunderForecast {
  readonly funder: string;
  readonly committed: Cents;
  readonly conditional: Cents;
  readonly ordered: Cents;
  readonly paid: Cents;
  readonly toOrder: Cents;
  /** What is expected to be paid in each year, of committed and of conditional money. */
  readonly years: readonly { readonly year: number; readonly committed: Cents; readonly conditional: Cents }[];
}

/** The day on which each phase began or is expected to: the current one by the log, later ones one after the other, earlier ones at once. */
function startOf(project: Project, phase: Phase, policy: Policy, zone: string, today: string): string {
  const { current, entered } = project.phases;
  const at = current ? Phase.options.indexOf(current) : 0;
  const start = entered ? dayOf(entered.at, zone) : today;
  const between = Phase.options.slice(at, Math.max(at, Phase.options.indexOf(phase)));
  if (Phase.options.indexOf(phase) < at) return today;
  return between.reduce((day, earlier) => addToDay(day, `P${policy.payments.expectedMonths[earlier]}M`), start);
}

/** How far into its phase a payment is asked for: the advance at its start, the instalment halfway, the rest at its end. */
function askedAfter(kind: TrancheKind, months: number): number {
  if (kind === 'advance') return 0;
  return kind === 'instalment' ? Math.floor(months / 2) : months;
}

const laterDay = (a: string, b: string): string => (a < b ? b : a);

/** The payments still to come, each by the day on which it is expected: requested ones by the legal days, others by how long phases are expected to last. */
export function expectedPayments(project: Project, programme: Programme, at: string): ExpectedPayment[] {
  const zone = programme.identity.timeZone;
  const { policy } = policyInForce(programme, at);
  const today = dayOf(at, zone);
  const payable = (day: string) => laterDay(addToDay(day, `P${policy.days.payment}D`), today);
  return (project.agreement?.plan ?? []).flatMap(({ phase, kind, shares }): ExpectedPayment[] => {
    const { requested, released } = project.tranches[trancheName(phase, kind)] ?? {};
    const conditional = !project.phases.visited.includes(phase);
    if (released || project.stage === 'ended' || (project.stage === 'closing' && conditional)) return [];
    if (requested) return [{ phase, kind, conditional, expectedOn: payable(dayOf(requested.at, zone)), shares: requested.shares }];
    const settled = settlementOf(project, phase);
    const due = settled ? (kind === 'balance' && !settled.asked ? settled.balance : []) : shares;
    const months = askedAfter(kind, policy.payments.expectedMonths[phase]);
    const asked = months === 0 ? startOf(project, phase, policy, zone, today) : addToDay(startOf(project, phase, policy, zone, today), `P${months}M`);
    return due.some(({ amount }) => amount > 0) ? [{ phase, kind, conditional, expectedOn: payable(asked), shares: due }] : [];
  });
}

const sumsOf = (payments: readonly { readonly shares: readonly Share[] }[]): ByFunder =>
  payments.reduce<ByFunder>((sums, { shares }) => addShares(sums, shares), {});

function yearsOf(funder: string, expected: readonly ExpectedPayment[]): FunderForecast['years'] {
  const years = [...new Set(expected.map(({ expectedOn }) => Number(expectedOn.slice(0, 4))))].toSorted((a, b) => a - b);
  const of = (year: number, conditional: boolean): Cents =>
    sumsOf(expected.filter((payment) => payment.conditional === conditional && payment.expectedOn.startsWith(`${year}-`)))[funder] ?? 0;
  return years
    .map((year) => ({ year, committed: of(year, false), conditional: of(year, true) }))
    .filter((each) => each.committed + each.conditional > 0);
}

/** What each funder still has to pay of a project, and in which year (AE/CP). */
export function forecastOf(project: Project, programme: Programme, at: string): readonly FunderForecast[] {
  const plan = project.agreement?.plan ?? [];
  const expected = expectedPayments(project, programme, at);
  const paid = Object.values(project.payments.paid).reduce<ByFunder>(
    (sums, of) =>
      addShares(
        sums,
        Object.entries(of).map(([funder, amount]) => ({ funder, amount })),
      ),
    {},
  );
  const underOrder = plan.flatMap(({ phase, kind }) => {
    const name = trancheName(phase, kind);
    const { requested, released } = project.tranches[name] ?? {};
    return requested && !released && project.payments.files[name]?.ordered ? [{ shares: requested.shares }] : [];
  });
  const committed = addShares(
    paid,
    expected.flatMap((payment) => (payment.conditional ? [] : payment.shares)),
  );
  const conditional = sumsOf(expected.filter((payment) => payment.conditional));
  const ordered = sumsOf(underOrder);
  return [...new Set(plan.flatMap(({ shares }) => shares.map(({ funder }) => funder)))].map((funder) => {
    const whole = committed[funder] ?? 0;
    const mandated = (paid[funder] ?? 0) + (ordered[funder] ?? 0);
    return {
      funder,
      committed: whole,
      conditional: conditional[funder] ?? 0,
      ordered: mandated,
      paid: paid[funder] ?? 0,
      toOrder: whole - mandated,
      years: yearsOf(funder, expected),
    };
  });
}

/** Money of a funder that may be lost because its last day is near (dégagement d'office). */
export interface DeCommitmentRisk {
  readonly funder: string;
  readonly until: string;
  /** Still to be paid in all, and what of it is expected after the last day. */
  readonly unpaid: Cents;
  readonly late: Cents;
}

/** The funders whose last day is near, by the policy's warning, or before payments that are expected of them. */
export function deCommitmentRisk(project: Project, programme: Programme, at: string): readonly DeCommitmentRisk[] {
  const { policy } = policyInForce(programme, at);
  const expected = expectedPayments(project, programme, at);
  const unpaid = sumsOf(expected);
  const today = dayOf(at, programme.identity.timeZone);
  return Object.entries(unpaid).flatMap(([funder, amount]): DeCommitmentRisk[] => {
    const until = programme.funders[funder]?.eligibleUntil;
    if (until === undefined || amount === 0) return [];
    const late = sumsOf(expected.filter(({ expectedOn }) => expectedOn > until))[funder] ?? 0;
    const warned = today >= addToDay(until, `-${policy.payments.deCommitmentWarning}`);
    return warned || late > 0 ? [{ funder, until, unpaid: amount, late }] : [];
  });
}
