import { Temporal } from 'temporal-polyfill';
import { endOf, isInstant } from '../../call/hours.ts';
import { addToDay, dayOf, isBefore, startOfDay, toEpochMilliseconds } from '../../kernel/time.ts';
import type { Deadline } from '../../process/schedule.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Agreement } from '../agreement/agreement.ts';
import type { Project } from '../project.ts';

type Suspension = Agreement['suspensions'][number];

/**
 * What stands still while the agreement is suspended: nothing of it is due then. Afterwards each date that had not come when a suspension began is
 * later by as many days as it lasted, and its reminders begin anew.
 */
export function standingStill(deadlines: readonly Deadline[], { stage, agreement }: Project, { identity }: Programme): readonly Deadline[] {
  if (stage === 'suspended') return [];
  const suspensions = agreement?.suspensions ?? [];
  return deadlines.map((deadline) => suspensions.reduce((moved, suspension) => movedBy(moved, suspension, identity.timeZone), deadline));
}

function movedBy(deadline: Deadline, { from, to }: Suspension, zone: string): Deadline {
  const { since, lastDay, lapse } = deadline;
  if (!isBefore(since.at, from.at) || !isBefore(from.at, endOf(lastDay, zone))) return deadline;
  const days = Temporal.PlainDate.from(dayOf(from.at, zone)).until(dayOf(to.at, zone)).toString();
  return {
    ...deadline,
    since: { at: to.at, id: `${since.id}+${to.id}` },
    lastDay: later(lastDay, days, zone),
    ...(lapse && { lapse: { ...lapse, ...(lapse.at && { at: later(lapse.at, days, zone) }) } }),
  };
}

/** A day, or an instant, later by a number of days; an instant keeps its distance from the beginning of its day. */
function later(when: string, days: string, zone: string): string {
  if (!isInstant(when)) return addToDay(when, days);
  const day = dayOf(when, zone);
  const between = toEpochMilliseconds(startOfDay(addToDay(day, days), zone)) - toEpochMilliseconds(startOfDay(day, zone));
  return Temporal.Instant.fromEpochMilliseconds(toEpochMilliseconds(when) + between).toString();
}
