import { z } from 'zod';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Cents } from '../../kernel/money.ts';
import { Phase } from '../../programme/policy.ts';
import { Share } from '../../programme/shares.ts';
import { TrancheKind } from '../agreement/payment-plan.ts';

const Payment = z.strictObject({ phase: Phase, kind: TrancheKind, amount: Cents, shares: z.array(Share).min(1) });

export const TrancheRequested = decision('tranche-requested', 1, Payment);
export const TrancheReleased = decision('tranche-released', 1, Payment);

export interface Tranche {
  readonly requested?: Moment & { readonly by: string };
  readonly released?: true;
}

/** The name of a payment of a phase, such as `pilot-advance`. */
export const trancheName = (phase: Phase, kind: TrancheKind): string => `${phase}-${kind}`;

/** Payments asked for and released, by name. */
export type Tranches = Readonly<Record<string, Tranche>>;

export const tranches = facet({} as Tranches, [TrancheRequested, TrancheReleased], {
  'tranche-requested': (all, { phase, kind }, happened) => {
    const name = trancheName(phase, kind);
    return { ...all, [name]: { ...all[name], requested: { ...momentOf(happened), by: happened.by.id } } };
  },
  'tranche-released': (all, { phase, kind }) => {
    const name = trancheName(phase, kind);
    return { ...all, [name]: { ...all[name], released: true } };
  },
});
