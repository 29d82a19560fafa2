import type { Call } from '../call/call.ts';
import { dayOfWhen, endOf } from '../call/hours.ts';
import { callObligations } from '../call/obligations.ts';
import { rank } from '../call/ranking.ts';
import type { Entry } from '../call/scoring.ts';
import type { Ranked } from '../call/selection.ts';
import { byFunder } from '../call/terms.ts';
import type { Happened } from '../kernel/decision.ts';
import type { Obligation } from '../kernel/obligation.ts';
import { startOfDay } from '../kernel/time.ts';
import { ApplicationStarted, ApplicationSubmitted } from '../project/application/application.ts';
import { projectObligations } from '../project/obligations.ts';
import { project } from '../project/project.ts';
import type { Policy } from './policy.ts';
import type { Programme } from './programme.ts';

/** When something would be due and what the process would do about it, as instants. */
interface Planned {
  readonly due: string;
  readonly steps: readonly { readonly at: string; readonly command: string }[];
}

/** A kind of obligation whose dates would differ; absent where it would not arise. */
export interface DateChange {
  readonly kind: string;
  readonly before?: Planned;
  readonly after?: Planned;
}

type Place = Pick<Ranked, 'outcome' | 'rank' | 'total'>;

/** An application whose place would differ. */
export interface PlaceChange {
  readonly application: string;
  readonly before: Place;
  readonly after: Place;
}

/** What another policy would change in a running call. It decides nothing: decisions already taken keep the policy that they were taken under. */
export interface CallEffect {
  /** For a call that still takes applications: what falls due on one that is handed in on the closing day, and on the call once it is closed. */
  readonly dates: readonly DateChange[];
  /** For a call that is closed: whose rank, outcome or total would differ, best first under the other policy. */
  readonly places: readonly PlaceChange[];
  /** Criteria of the other policy that a review does not mark: they count for nothing in the places above. */
  readonly unmarked: readonly string[];
}

/** What a call is judged by: its state, its programme, and its applications with their reviews (none before they are known). */
export interface RunningCall {
  readonly call: Call;
  readonly programme: Programme;
  readonly entries: readonly Entry[];
}

/** What would change in a running call if `after` were its policy and not `before`. */
export function effectOnCall(running: RunningCall, before: Policy, after: Policy): CallEffect {
  const { call, entries } = running;
  if (call.stage === 'draft' || call.stage === 'published' || call.stage === 'open') {
    return { dates: changesOfDates(obligationsUnder(before, running), obligationsUnder(after, running)), places: [], unmarked: [] };
  }
  const unmarked = after.rubric
    .map(({ criterion }) => criterion)
    .filter((criterion) => entries.some(({ reviews }) => reviews.some((marks) => !marks.some((mark) => mark.criterion === criterion))));
  return { dates: [], places: changesOfPlaces(running, before, after), unmarked };
}

/** What would fall due under a policy, on the call and on an application, were both handed in and closed on the last day. */
function obligationsUnder(policy: Policy, { call, programme }: RunningCall): readonly Obligation[] {
  const { timeZone } = programme.identity;
  const under: Programme = { ...programme, policies: [{ policyVersion: 1, inForceFrom: '0001-01-01', policy }] };
  const { closesOn, maxGrant } = call.terms;
  const lastDay: Happened = { at: startOfDay(dayOfWhen(closesOn, timeZone), timeZone), by: { kind: 'person', id: 'applicant' }, id: 'last-day' };
  const closing = { at: endOf(closesOn, timeZone), id: 'closing' };
  const handedIn = [ApplicationStarted({ call: 'this', holder: 'applicant' }), ApplicationSubmitted({ requested: maxGrant })].reduce(
    (state, decided) => project.evolve(state, decided, lastDay),
    project.initial,
  );
  const closed: Call = { ...call, stage: 'closed', calendar: { ...call.calendar, closed: closing }, nudges: {} };
  return [...projectObligations(handedIn, under), ...callObligations(closed, under)];
}

const planned = ({ due, steps }: Obligation): Planned => ({ due, steps: steps.map(({ at, command }) => ({ at, command })) });

function changesOfDates(before: readonly Obligation[], after: readonly Obligation[]): readonly DateChange[] {
  const [was, is] = [before, after].map((all) => new Map(all.map((one) => [one.id, one])));
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  return ids.flatMap((id): DateChange[] => {
    const [older, newer] = [was?.get(id), is?.get(id)];
    const kind = (older ?? newer)?.kind;
    if (!kind || sameDates(older, newer)) return [];
    return [{ kind, ...(older && { before: planned(older) }), ...(newer && { after: planned(newer) }) }];
  });
}

const sameDates = (a: Obligation | undefined, b: Obligation | undefined): boolean =>
  a?.due === b?.due && (a?.steps ?? []).map(({ at }) => at).join() === (b?.steps ?? []).map(({ at }) => at).join();

function changesOfPlaces({ call, entries }: RunningCall, before: Policy, after: Policy): readonly PlaceChange[] {
  const envelope = byFunder(call.terms.envelope);
  const was = new Map(rank(entries, envelope, before).ranking.map((ranked) => [ranked.application, placeOf(ranked)]));
  return rank(entries, envelope, after).ranking.flatMap((ranked): PlaceChange[] => {
    const older = was.get(ranked.application);
    const newer = placeOf(ranked);
    const moved = older && (older.outcome !== newer.outcome || older.rank !== newer.rank || older.total !== newer.total);
    return moved ? [{ application: ranked.application, before: older, after: newer }] : [];
  });
}

const placeOf = ({ outcome, rank: place, total }: Ranked): Place => ({ outcome, total, ...(place !== undefined && { rank: place }) });
