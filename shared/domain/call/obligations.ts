import type { Obligation } from '../kernel/obligation.ts';
import { addToDay } from '../kernel/time.ts';
import { type Deadline, obligation } from '../process/schedule.ts';
import { type Programme, policyInForce } from '../programme/programme.ts';
import type { Call } from './call.ts';

/** What is due on a call: its opening and its closing, which the process records, and its selection. */
export function callObligations({ stage, terms, calendar, nudges }: Call, programme: Programme): readonly Obligation[] {
  const { published, closed } = calendar;
  const administrator = { role: 'administrator' };
  const deadlines: Deadline[] = [];
  if (stage === 'published' && published) {
    const lastDay = addToDay(terms.opensOn, '-P1D');
    deadlines.push({ kind: 'open-call', since: published, for: administrator, lastDay, lapse: { command: 'open-call' } });
  }
  if (stage === 'open' && published) {
    deadlines.push({ kind: 'close-call', since: published, for: administrator, lastDay: terms.closesOn, lapse: { command: 'close-call' } });
  }
  if (stage === 'closed' && closed) {
    const { reminders, escalations } = policyInForce(programme, closed.at).policy;
    deadlines.push({ kind: 'conclude-selection', since: closed, for: administrator, lastDay: terms.selectionOn, reminders, escalations });
  }
  return deadlines.map((deadline) => obligation(deadline, programme.identity.timeZone, nudges));
}
