import { z } from 'zod';
import type { DecisionOf } from '../kernel/decision.ts';
import type { Obligation } from '../kernel/obligation.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { isBefore } from '../kernel/time.ts';
import type { ObligationReminded } from './nudges.ts';

/** What `remind` and `escalate` ask: the obligation, and which of its reminders or escalations. */
export const NudgeAsked = z.strictObject({ obligation: z.string().min(1).max(300), step: z.int().min(1).max(400) });

/** What a nudge can be refused for. */
export const nudgeRefusals = ['nothing-due', 'step-not-awaited', 'step-not-due'] as const;

type Nudge = DecisionOf<typeof ObligationReminded>['data'];

/** The reminder or escalation to record. Recording one stands for all before it; one before the last recorded is refused. */
export function nudgeOn(
  obligations: readonly Obligation[],
  command: 'remind' | 'escalate',
  { obligation: id, step }: z.output<typeof NudgeAsked>,
  at: string,
): Nudge | Refusal<(typeof nudgeRefusals)[number]> {
  const due = obligations.find((obligation) => obligation.id === id);
  if (!due) return refuse('nothing-due', { obligation: id });
  const planned = due.steps.find((planned) => planned.command === command && planned.data.step === step);
  if (!planned) return refuse('step-not-awaited', { obligation: id, step });
  if (isBefore(at, planned.at)) return refuse('step-not-due', { at: planned.at });
  return { obligation: id, kind: due.kind, step, due: due.due, for: due.for };
}
