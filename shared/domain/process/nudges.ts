import { z } from 'zod';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Instant } from '../kernel/time.ts';

const Nudge = z.strictObject({
  obligation: z.string().min(1).max(300),
  kind: z.string().min(1).max(60),
  /** Which of the policy's reminders, or escalations, from 1 for the earliest. */
  step: z.int().min(1),
  due: Instant,
  for: z.union([z.strictObject({ role: z.string() }), z.strictObject({ person: z.string() }), z.strictObject({ funder: z.string() })]),
});

export const ObligationReminded = decision('obligation-reminded', 1, Nudge);
export const ObligationEscalated = decision('obligation-escalated', 1, Nudge);

/** How far the process has come with an obligation: the last reminder and the last escalation recorded, 0 for none. */
export interface Nudged {
  readonly reminded: number;
  readonly escalated: number;
}
export type Nudges = Readonly<Record<string, Nudged>>;

export const nudgedOn = (nudges: Nudges, obligation: string): Nudged => nudges[obligation] ?? { reminded: 0, escalated: 0 };

/** What the process has recorded of reminders and escalations, by obligation. */
export const nudges = facet({} as Nudges, [ObligationReminded, ObligationEscalated], {
  'obligation-reminded': (all, { obligation, step }) => {
    const before = nudgedOn(all, obligation);
    return { ...all, [obligation]: { ...before, reminded: Math.max(before.reminded, step) } };
  },
  'obligation-escalated': (all, { obligation, step }) => {
    const before = nudgedOn(all, obligation);
    return { ...all, [obligation]: { ...before, escalated: Math.max(before.escalated, step) } };
  },
});
