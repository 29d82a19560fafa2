import { z } from 'zod';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Cents } from '../../kernel/money.ts';
import { Prose } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy/phase.ts';
import { Share } from '../../programme/shares.ts';
import { TrancheKind } from '../agreement/payment-plan.ts';

const Payment = z.strictObject({ phase: Phase, kind: TrancheKind, amount: Cents, shares: z.array(Share).min(1) });

/** `setOff` is what a correction took off this payment. */
export const TrancheRequested = decision('tranche-requested', 1, Payment.extend({ setOff: z.array(Share).optional() }));
/** A request that cannot be paid goes back to the holder, who can ask again. */
export const TrancheReturned = decision('tranche-returned', 1, z.strictObject({ phase: Phase, kind: TrancheKind, reasons: Prose }));
/** The money went out. */
export const TrancheReleased = decision('tranche-released', 1, Payment);

export interface Tranche {
  readonly requested?: Moment & { readonly by: string; readonly shares: readonly Share[]; readonly setOff: readonly Share[] };
  readonly released?: true;
}

/** The name of a payment of a phase, such as `pilot-advance`. */
export const trancheName = (phase: Phase, kind: TrancheKind): string => `${phase}-${kind}`;

/** Payments asked for and released, by name. */
export type Tranches = Readonly<Record<string, Tranche>>;

export const tranches = facet({} as Tranches, [TrancheRequested, TrancheReturned, TrancheReleased], {
  'tranche-requested': (all, { phase, kind, shares, setOff }, happened) => {
    const name = trancheName(phase, kind);
    return { ...all, [name]: { ...all[name], requested: { ...momentOf(happened), by: happened.by.id, shares, setOff: setOff ?? [] } } };
  },
  'tranche-returned': (all, { phase, kind }) => ({ ...all, [trancheName(phase, kind)]: {} }),
  'tranche-released': (all, { phase, kind }) => {
    const name = trancheName(phase, kind);
    return { ...all, [name]: { ...all[name], released: true } };
  },
});
