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
  return moved(deadlines, agreement?.suspensions ?? [], identity.timeZone);
}

/** Payments stand still while a gate pauses the project, too: the accountant is not late with what must not be paid. */
export function heldPayments(deadlines: readonly Deadline[], { agreement, phases }: Project, { identity }: Programme): readonly Deadline[] {
  return moved(deadlines, together([...(agreement?.suspensions ?? []), ...(phases.pauses ?? [])]), identity.timeZone);
}

const moved = (deadlines: readonly Deadline[], holds: readonly Suspension[], zone: string): readonly Deadline[] =>
  deadlines.map((deadline) => holds.reduce((later, hold) => movedBy(later, hold, zone), deadline));

/** Holds in their order; those that overlap are one, so that no day counts twice. */
function together(holds: readonly Suspension[]): readonly Suspension[] {
  const inOrder = holds.toSorted((a, b) => (isBefore(a.from.at, b.from.at) ? -1 : 1));
  const all: Suspension[] = [];
  for (const hold of inOrder) {
    const last = all.at(-1);
    if (!last || isBefore(last.to.at, hold.from.at)) all.push(hold);
    else all[all.length - 1] = { from: last.from, to: isBefore(last.to.at, hold.to.at) ? hold.to : last.to };
  }
  return all;
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
