import { z } from 'zod';
import { moneyPart } from './policy/money.ts';
import { selectionPart } from './policy/selection.ts';
import { srlPart } from './policy/srl.ts';
import { timePart } from './policy/time.ts';

/** The parts of a policy. Each has a default, so `{}` is a whole one. */
const Parts = z.strictObject({ ...selectionPart, ...srlPart, ...moneyPart, ...timePart });

/** What parts of a policy have to agree on between them: shares add up to the whole, names are known and used once, thresholds can be reached. */
function disagreements({
  rubric,
  thresholds,
  tieBreak,
  phaseShares,
  tranches,
}: z.output<typeof Parts>): readonly { path: string; message: string }[] {
  const names = rubric.map(({ criterion }) => criterion);
  const whole = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0) === 10_000;
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const unknown = tieBreak.filter((name) => !names.includes(name));
  const most = rubric.reduce((sum, { points }) => sum + points, 0);
  return [
    ...twice.map((name) => ({ path: 'rubric', message: `the criterion ${name} is there twice` })),
    ...unknown.map((name) => ({ path: 'tieBreak', message: `${name} is no criterion of the rubric` })),
    ...(thresholds.total > most ? [{ path: 'thresholds', message: `the total asked for is above the ${most} points of the rubric` }] : []),
    ...(whole(Object.values(phaseShares)) ? [] : [{ path: 'phaseShares', message: 'the shares of the phases add up to 10000 basis points' }]),
    ...(whole(Object.values(tranches)) ? [] : [{ path: 'tranches', message: 'the shares of a phase’s payments add up to 10000 basis points' }]),
  ];
}

/**
 * The policy of a programme: everything that a rule takes from data and not from code. Every part has a default (DOMAIN §13),
 * so `{}` is a whole policy. Days are calendar days in the programme's time zone.
 */
export const Policy = Parts.check(({ value, issues }) => {
  for (const { path, message } of disagreements(value)) issues.push({ code: 'custom', input: value, path: [path], message });
});
export type Policy = z.output<typeof Policy>;
export { Phase } from './policy/phase.ts';
