import { z } from 'zod';
import { appealPart } from './policy/appeal.ts';
import { applicationPart } from './policy/application.ts';
import { applicationFormPart, requiredUnasked } from './policy/application-form.ts';
import { approvalsPart } from './policy/approvals.ts';
import { awardPart } from './policy/award.ts';
import { calendarPart } from './policy/calendar.ts';
import { callPart } from './policy/call.ts';
import { committeePart } from './policy/committee.ts';
import { admittedTooFar, confidentialityPart } from './policy/confidentiality.ts';
import { gatesPart } from './policy/gates.ts';
import { languagesPart } from './policy/languages.ts';
import { moneyPart } from './policy/money.ts';
import { paymentsPart } from './policy/payments.ts';
import { reportingPart } from './policy/reporting.ts';
import { reportsPart } from './policy/reports.ts';
import { reviewPart } from './policy/review.ts';
import { selectionPart } from './policy/selection.ts';
import { srlPart } from './policy/srl.ts';
import { timePart } from './policy/time.ts';
import { valuePart } from './policy/value.ts';

/** The parts of a policy. Each has a default, so `{}` is a whole one. */
const Parts = z.strictObject({
  ...selectionPart,
  ...reviewPart,
  ...appealPart,
  ...gatesPart,
  ...srlPart,
  ...moneyPart,
  ...committeePart,
  ...callPart,
  ...awardPart,
  ...approvalsPart,
  ...paymentsPart,
  ...reportingPart,
  ...confidentialityPart,
  ...languagesPart,
  ...applicationPart,
  ...applicationFormPart,
  ...calendarPart,
  ...reportsPart,
  ...valuePart,
  ...timePart,
});

interface Disagreement {
  readonly path: string;
  readonly message: string;
}

/** What parts of a policy have to agree on between them: shares add up to the whole, names are known and used once, thresholds can be reached. */
const disagreements = (parts: z.output<typeof Parts>): readonly Disagreement[] => [...onSelection(parts), ...onMoney(parts), ...onInformation(parts)];

function onSelection({ rubric, thresholds, tieBreak }: z.output<typeof Parts>): readonly Disagreement[] {
  const names = rubric.map(({ criterion }) => criterion);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const unknown = tieBreak.filter((name) => !names.includes(name));
  const most = rubric.reduce((sum, { points }) => sum + points, 0);
  return [
    ...twice.map((name) => ({ path: 'rubric', message: `the criterion ${name} is there twice` })),
    ...unknown.map((name) => ({ path: 'tieBreak', message: `${name} is no criterion of the rubric` })),
    ...(thresholds.total > most ? [{ path: 'thresholds', message: `the total asked for is above the ${most} points of the rubric` }] : []),
  ];
}

function onMoney({ phaseShares, tranches }: z.output<typeof Parts>): readonly Disagreement[] {
  const whole = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0) === 10_000;
  return [
    ...(whole(Object.values(phaseShares)) ? [] : [{ path: 'phaseShares', message: 'the shares of the phases add up to 10000 basis points' }]),
    ...(whole(Object.values(tranches)) ? [] : [{ path: 'tranches', message: 'the shares of a phase’s payments add up to 10000 basis points' }]),
  ];
}

const onInformation = (parts: z.output<typeof Parts>): readonly Disagreement[] => [
  ...admittedTooFar(parts).map((role) => ({ path: 'confidentiality', message: `a class admits ${role}, which the wider class before it does not` })),
  ...requiredUnasked(parts.applicationForm).map((name) => ({ path: 'applicationForm', message: `it requires ${name}, which it does not ask for` })),
];

/**
 * The policy of a programme: everything that a rule takes from data and not from code. Every part has a default (DOMAIN §13),
 * so `{}` is a whole policy. Days are calendar days in the programme's time zone.
 */
export const Policy = Parts.check(({ value, issues }) => {
  for (const { path, message } of disagreements(value)) issues.push({ code: 'custom', input: value, path: [path], message });
});
export type Policy = z.output<typeof Policy>;
export { Phase } from './policy/phase.ts';
