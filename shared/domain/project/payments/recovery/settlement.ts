import { z } from 'zod';
import { decision, type Moment, momentOf } from '../../../kernel/decision.ts';
import { facet } from '../../../kernel/facet.ts';
import { Cents } from '../../../kernel/money.ts';
import { Phase } from '../../../programme/policy/phase.ts';
import { Share, totalOf } from '../../../programme/shares.ts';
import { TrancheRequested, TrancheReturned } from '../../funding/tranches.ts';

/** The rate of aid as the exact fraction that it is: so many cents of aid for so many of cost. */
export const RateOfAid = z.strictObject({ aid: Cents, cost: Cents });
export type RateOfAid = Readonly<z.output<typeof RateOfAid>>;

/** The aid of a phase, worked out again on what was retained: what is due in all, what was kept of payments, and what is still to pay. */
export const PhaseSettled = decision(
  'phase-settled',
  1,
  z.strictObject({
    phase: Phase,
    retained: Cents,
    rate: RateOfAid,
    planned: z.array(Share).min(1),
    due: z.array(Share).min(1),
    held: z.array(Share).min(1),
    balance: z.array(Share).min(1),
  }),
);
/** The aid of the whole project, and what of the agreement was not used. */
export const ProjectSettled = decision('project-settled', 1, z.strictObject({ due: z.array(Share).min(1), unused: z.array(Share).min(1) }));

export interface Settled {
  /** What the agreement foresaw for the phase then, in all. */
  readonly planned: Cents;
  readonly due: readonly Share[];
  readonly balance: readonly Share[];
  /** The balance was asked for: what is requested after a settlement is its balance. */
  readonly asked: boolean;
}

export interface Settlements {
  readonly phases: Readonly<Record<string, Settled>>;
  /** The settlement of the whole project, after which nothing more is asked for. */
  readonly whole?: Moment;
}

function ask(all: Settlements, phase: Phase, asked: boolean): Settlements {
  const known = all.phases[phase];
  return known ? { ...all, phases: { ...all.phases, [phase]: { ...known, asked } } } : all;
}

/** What was worked out of the aid at the balance of a phase, and at the end. */
export const settlements = facet({ phases: {} } as Settlements, [PhaseSettled, ProjectSettled, TrancheRequested, TrancheReturned], {
  'phase-settled': (all, { phase, planned, due, balance }) => ({
    ...all,
    phases: { ...all.phases, [phase]: { planned: totalOf(planned), due, balance, asked: false } },
  }),
  'project-settled': (all, _, happened) => ({ ...all, whole: momentOf(happened) }),
  'tranche-requested': (all, { phase }) => ask(all, phase, true),
  'tranche-returned': (all, { phase }) => ask(all, phase, false),
});
