import { Cents, PersonId, type Share, ThingId, totalOf, validReviews } from '@jalon/domain';
import { z } from 'zod';
import type { SelectionBasis } from '../selection/basis.ts';
import { entriesOf, type Trial } from '../selection/select.ts';

const Thousandths = z.number().multipleOf(0.001);
const Criterion = z.string().max(60);

/** What is tried in the place of what the selection rests on; what is not named stays as it is. */
export const Changes = z.strictObject({
  weights: z.record(Criterion, Thousandths.min(0).max(100)).optional().describe('Points that full marks bring, by criterion, to thousandths.'),
  thresholds: z
    .strictObject({ total: Thousandths.min(0).max(10_000).optional(), blockPercent: Thousandths.min(0).max(100).optional() })
    .optional()
    .describe('The least total, in points of the rubric, and the least share of each block, in hundredths.'),
  floors: z.record(Criterion, Thousandths.min(0).max(5).nullable()).optional().describe('The least mark of a criterion; null where it has none.'),
  tieBreak: z.array(Criterion).max(60).optional().describe('The criteria that break a tie, in order.'),
  leaveOut: z.array(PersonId).max(50).optional().describe('Reviewers whose reviews do not count.'),
  envelope: z.record(ThingId, Cents).optional().describe('What a funder puts in, in cents.'),
});
export type Changes = z.output<typeof Changes>;

/** What cannot be tried, by the path of the change. */
export interface Impossible {
  readonly path: string;
  readonly message: string;
}

export interface Tried {
  readonly trial: Trial;
  readonly unjudged: readonly string[];
}

/** The trial that changes make of what the selection rests on, or why they make none. */
export function trialOf(basis: SelectionBasis, changes: Changes): Tried | readonly Impossible[] {
  const impossible = [...onCriteria(basis, changes), ...onReviewers(basis, changes), ...onEnvelope(basis, changes)];
  if (impossible.length > 0) return impossible;
  const policy = policyOf(basis, changes);
  const beyond = outOfReach(policy);
  if (beyond) return [beyond];
  const { entries, unjudged } = entriesOf(basis, changes.leaveOut);
  return { trial: { policy, envelope: envelopeOf(basis, changes), entries }, unjudged };
}

function policyOf({ policy }: SelectionBasis, { weights = {}, thresholds, floors = {}, tieBreak }: Changes): Trial['policy'] {
  const rubric = policy.rubric.map(({ floor: known, ...criterion }) => {
    const asked = Object.hasOwn(floors, criterion.criterion) ? floors[criterion.criterion] : known;
    return { ...criterion, points: weights[criterion.criterion] ?? criterion.points, ...(asked !== undefined && asked !== null && { floor: asked }) };
  });
  return {
    ...policy,
    rubric,
    thresholds: {
      total: thresholds?.total ?? policy.thresholds.total,
      blockPercent: thresholds?.blockPercent ?? policy.thresholds.blockPercent,
    },
    tieBreak: tieBreak ?? policy.tieBreak,
  };
}

function outOfReach({ rubric, thresholds }: Trial['policy']): Impossible | undefined {
  const most = Math.round(rubric.reduce((sum, { points }) => sum + points, 0) * 1_000) / 1_000;
  if (most === 0) return { path: 'weights', message: 'leave no criterion that counts: give one of them points' };
  if (thresholds.total <= most) return undefined;
  return { path: 'thresholds.total', message: `asks for ${thresholds.total} points of ${most} that there are: lower it, or give more points` };
}

const envelopeOf = ({ envelope }: SelectionBasis, { envelope: asked = {} }: Changes): readonly Share[] =>
  envelope.map(({ funder, amount }) => ({ funder, amount: asked[funder] ?? amount }));

function onCriteria({ policy }: SelectionBasis, { weights = {}, floors = {}, tieBreak = [] }: Changes): readonly Impossible[] {
  const names = policy.rubric.map(({ criterion }) => criterion);
  const unknown = (path: string, name: string): readonly Impossible[] =>
    names.includes(name) ? [] : [{ path: `${path}.${name}`, message: `is no criterion of the rubric: there are ${names.join(', ')}` }];
  const twice = tieBreak.filter((name, index) => tieBreak.indexOf(name) !== index);
  return [
    ...Object.keys(weights).flatMap((name) => unknown('weights', name)),
    ...Object.keys(floors).flatMap((name) => unknown('floors', name)),
    ...tieBreak.flatMap((name) => unknown('tieBreak', name)),
    ...twice.map((name) => ({ path: 'tieBreak', message: `names ${name} twice` })),
  ];
}

function onReviewers(basis: SelectionBasis, { leaveOut = [] }: Changes): readonly Impossible[] {
  const known = new Set(reviewersOf(basis));
  return leaveOut.flatMap((reviewer, index) =>
    known.has(reviewer) ? [] : [{ path: `leaveOut.${index}`, message: `"${reviewer}" has no review that counts in this call` }],
  );
}

function onEnvelope({ envelope }: SelectionBasis, { envelope: asked = {} }: Changes): readonly Impossible[] {
  const names = envelope.map(({ funder }) => funder);
  const unknown = Object.keys(asked)
    .filter((funder) => !names.includes(funder))
    .map((funder) => ({ path: `envelope.${funder}`, message: `puts nothing into this call: there are ${names.join(', ')}` }));
  if (unknown.length > 0) return unknown;
  const left = envelope.map(({ funder, amount }) => ({ funder, amount: asked[funder] ?? amount }));
  return totalOf(left) > 0 ? [] : [{ path: 'envelope', message: 'holds no money at all' }];
}

/** Everybody whose review counts for an application of the call, in the order of their ids. */
export const reviewersOf = ({ applications }: Pick<SelectionBasis, 'applications'>): readonly string[] =>
  [...new Set(applications.flatMap(({ project }) => validReviews(project.reviews).map(({ reviewer }) => reviewer)))].sort();
