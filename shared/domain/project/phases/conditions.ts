import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { Attachment } from '../../kernel/attachment.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import type { Phase } from '../../programme/policy.ts';
import { GateDecided } from './phases.ts';

/** The conditions that gates set are numbered from 1, through the whole life of a project. */
export const ConditionNumber = z.int().min(1).max(999);

/** The holder says how a condition was met. */
export const GateConditionMet = decision(
  'gate-condition-met',
  1,
  z.strictObject({ condition: ConditionNumber, by: PersonId, report: Prose, attachments: z.array(Attachment).max(20).optional() }),
);
/** What another person found of it: met, or not yet, perhaps by another day. */
export const GateConditionConfirmed = decision(
  'gate-condition-confirmed',
  1,
  z.strictObject({ condition: ConditionNumber, outcome: z.enum(['met', 'not-met']), evidence: Prose, dueOn: Day.optional() }),
);

export interface SetCondition {
  readonly condition: number;
  /** The phase whose payments wait for it. */
  readonly phase: Phase;
  /** The decision that set the day; where no day was said, the policy counts from it. */
  readonly since: Moment;
  readonly dueOn?: string;
  /** Waits for another person to confirm it. */
  readonly reported?: Moment & { readonly by: string };
  readonly confirmed?: true;
}

type Conditions = readonly SetCondition[];

const change = (all: Conditions, condition: number, to: (one: SetCondition) => SetCondition): Conditions =>
  all.map((one) => (one.condition === condition ? to(one) : one));

/** The conditions under which a project passed its gates. */
export const conditions = facet([] as Conditions, [GateDecided, GateConditionMet, GateConditionConfirmed], {
  'gate-decided': (all, { from, to, conditions: set }, happened) => [
    ...all,
    ...set.map(({ dueOn }, index) => ({
      condition: all.length + index + 1,
      phase: to ?? from,
      since: momentOf(happened),
      ...(dueOn !== undefined && { dueOn }),
    })),
  ],
  'gate-condition-met': (all, { condition, by }, happened) => change(all, condition, (one) => ({ ...one, reported: { ...momentOf(happened), by } })),
  'gate-condition-confirmed': (all, { condition, outcome, dueOn }, happened) =>
    change(all, condition, ({ reported: _, ...one }) =>
      outcome === 'met' ? { ...one, confirmed: true } : { ...one, since: momentOf(happened), ...(dueOn !== undefined && { dueOn }) },
    ),
});
