import { dayOfWhen, endOf } from '../call/hours.ts';
import type { Moment } from '../kernel/decision.ts';
import type { Obligation, ObligationKind, Obliged, Step } from '../kernel/obligation.ts';
import { addToDay, isBefore, laterOf, startOfDay } from '../kernel/time.ts';
import { type Nudges, nudgedOn } from './nudges.ts';

/** What is due, until when, and what the process does about it. */
export interface Deadline {
  readonly kind: ObligationKind;
  /** The decision that set the date. */
  readonly since: Moment;
  /** Tells apart the obligations that one decision set: a reviewer, a funder, a milestone. */
  readonly of?: string;
  readonly for: Obliged;
  /** The last day on which it is in time, or the instant from which it is late. */
  readonly lastDay: string;
  /** Days before the last day, and after it. */
  readonly reminders?: readonly number[];
  readonly escalations?: readonly number[];
  /** The command that ends it, at its due date unless another instant is given. */
  readonly lapse?: { readonly command: string; readonly at?: string };
}

interface Numbered {
  readonly at: string;
  readonly step: number;
}

/** Days in the order in which they come, each numbered from 1. */
function numbered(lastDay: string, days: readonly number[], zone: string): Numbered[] {
  const inOrder = [...new Set(days)].sort((a, b) => a - b);
  return inOrder.map((offset, index) => ({
    at: startOfDay(addToDay(lastDay, `${offset < 0 ? '-' : ''}P${Math.abs(offset)}D`), zone),
    step: index + 1,
  }));
}

/**
 * An obligation with the acts of the process that are not yet recorded. A reminder that would fall before the obligation arose is left out;
 * so are reminders once an escalation was recorded, and everything from the lapse on.
 */
export function obligation(deadline: Deadline, zone: string, nudges: Nudges): Obligation {
  const { kind, since, lastDay, lapse } = deadline;
  const id = `${kind}:${since.id}${deadline.of === undefined ? '' : `:${deadline.of}`}`;
  const due = endOf(lastDay, zone);
  const day = dayOfWhen(lastDay, zone);
  const ends = lapse && laterOf(lapse.at ?? due, since.at);
  const { reminded, escalated } = nudgedOn(nudges, id);
  const nudge = (command: string, { at, step }: Numbered): Step => ({ at, command, data: { obligation: id, step } });

  const before = (deadline.reminders ?? []).map((days) => -days);
  const reminders = numbered(day, before, zone)
    .filter(({ at, step }) => step > reminded && escalated === 0 && isBefore(since.at, at))
    .map((reminder) => nudge('remind', reminder));
  const escalations = numbered(day, deadline.escalations ?? [], zone)
    .map(({ at, step }) => ({ at: laterOf(at, laterOf(due, since.at)), step }))
    .filter(({ step }) => step > escalated)
    .map((escalation) => nudge('escalate', escalation));
  const lapses: Step[] = lapse && ends ? [{ at: ends, command: lapse.command, data: {} }] : [];

  const steps = [...[...reminders, ...escalations].filter(({ at }) => !ends || isBefore(at, ends)), ...lapses];
  return { id, kind, for: deadline.for, due, steps, ...(steps[0] && { next: steps[0] }) };
}
