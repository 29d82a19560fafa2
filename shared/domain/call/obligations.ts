import type { Moment } from '../kernel/decision.ts';
import type { Obligation } from '../kernel/obligation.ts';
import { addToDay, isBefore } from '../kernel/time.ts';
import { countingFrom } from '../process/counting.ts';
import { type Deadline, obligation } from '../process/schedule.ts';
import type { Programme } from '../programme/programme.ts';
import type { Call } from './call.ts';
import { isInstant } from './hours.ts';
import { lastDayOfReserve, nextInReserve } from './reserve.ts';

const administrator = { role: 'administrator' };

/** What is due on a call: its opening and its closing, which the process records, answers, its selection, and what follows from that. */
export function callObligations(call: Call, programme: Programme): readonly Obligation[] {
  const deadlines = [...course(call, programme), ...convocation(call, programme), ...answers(call, programme), ...aftermath(call, programme)];
  return deadlines.map((deadline) => obligation(deadline, programme.identity.timeZone, call.nudges));
}

/** The opening, the closing and the selection: each is named by the decision that last set its date. */
function course({ stage, terms, calendar }: Call, programme: Programme): Deadline[] {
  const { published, closed, closingSet, selectionSet } = calendar;
  if (stage === 'published' && published) {
    const lastDay = isInstant(terms.opensOn) ? terms.opensOn : addToDay(terms.opensOn, '-P1D');
    return [{ kind: 'open-call', since: published, for: administrator, lastDay, lapse: { command: 'open-call' } }];
  }
  if (stage === 'open' && published) {
    const since = latest(published, closingSet);
    return [{ kind: 'close-call', since, for: administrator, lastDay: terms.closesOn, lapse: { command: 'close-call' } }];
  }
  if (stage === 'closed' && closed) {
    const since = latest(closed, selectionSet);
    const { usual } = countingFrom(since, programme);
    return [{ kind: 'conclude-selection', since, for: administrator, lastDay: terms.selectionOn, ...usual }];
  }
  return [];
}

/** Where the policy requires the committee's opinion, a sitting is convened in time for the selection. */
function convocation({ stage, terms, calendar: { closed }, committee }: Call, programme: Programme): Deadline[] {
  if (stage !== 'closed' || !closed || committee.sittings.length > 0) return [];
  const since = latest(closed, committee.calledOff);
  const { policy, usual } = countingFrom(since, programme);
  if (policy.committee.avis !== 'required') return [];
  return [
    {
      kind: 'convene-committee',
      since,
      for: administrator,
      lastDay: addToDay(terms.selectionOn, `-P${policy.committee.convocationDays}D`),
      ...usual,
    },
  ];
}

/** A date that was set while the thing was a draft counts from when it began to bind. */
const latest = (begun: Moment, set: Moment | undefined): Moment => (set && !isBefore(set.at, begun.at) ? set : begun);

/** Every question is owed an answer, while the call has not been decided on. */
function answers({ stage, questions }: Call, programme: Programme): Deadline[] {
  if (stage !== 'published' && stage !== 'open' && stage !== 'closed') return [];
  return Object.values(questions).flatMap(({ asked, answer }): Deadline[] => {
    if (!asked || answer) return [];
    const { policy, after, usual } = countingFrom(asked, programme);
    return [{ kind: 'answer-question', since: asked, for: administrator, lastDay: after(policy.calls.answerDays), ...usual }];
  });
}

/** After the selection its results are made public, and whoever is in reserve is promoted as soon as money allows it. */
function aftermath(call: Call, programme: Programme): Deadline[] {
  const { stage, calendar, publication, reserve } = call;
  if (stage !== 'concluded') return [];
  const deadlines: Deadline[] = [];
  if (calendar.concluded && !publication.results) {
    const { policy, after, usual } = countingFrom(calendar.concluded, programme);
    deadlines.push({
      kind: 'publish-results',
      since: calendar.concluded,
      for: administrator,
      lastDay: after(policy.calls.publication),
      ...usual,
    });
  }
  if (reserve.changed && nextInReserve(call, programme)) {
    const { policy, after, usual } = countingFrom(reserve.changed, programme);
    deadlines.push({
      kind: 'promote-from-reserve',
      since: reserve.changed,
      for: administrator,
      lastDay: after(policy.calls.promotionDays),
      ...usual,
    });
  }
  const lastDay = lastDayOfReserve(call, programme);
  if (reserve.since && lastDay) {
    deadlines.push({ kind: 'close-reserve', since: reserve.since, for: administrator, lastDay, lapse: { command: 'close-reserve' } });
  }
  return deadlines;
}
