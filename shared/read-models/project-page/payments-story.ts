import {
  facet,
  PaymentApproved,
  PaymentOrdered,
  PaymentRecorded,
  PaymentRejected,
  PhaseSettled,
  TrancheReleased,
  TrancheRequested,
  TrancheReturned,
} from '@jalon/domain/decisions';
import type { At, DataOf } from './step.ts';

/** How far a payment has come. A returned one can be asked for again, a rejected one waits for a corrected order. */
export type PaymentStanding = 'requested' | 'returned' | 'approved' | 'ordered' | 'rejected' | 'released';

type Asked = DataOf<typeof TrancheRequested>;

/** A payment that was asked for: what of it goes out, what corrections took off it, and where it stands since when. */
export interface PaymentStep extends Pick<Asked, 'phase' | 'kind' | 'amount' | 'shares' | 'setOff'> {
  readonly standing: PaymentStanding;
  readonly at: string;
  /** The day on which the accountant paid, where the full procedure records it. */
  readonly paidOn?: string;
}

export interface PaymentsStory {
  readonly steps: readonly PaymentStep[];
  readonly settled: readonly At<DataOf<typeof PhaseSettled>>[];
}

type Named = Pick<Asked, 'phase' | 'kind'>;
const isOf = (step: Named, { phase, kind }: Named): boolean => step.phase === phase && step.kind === kind;

/** Moves a payment that was asked for; one that never was stays unknown. */
const moved = (all: PaymentsStory, named: Named, to: Pick<PaymentStep, 'standing' | 'at'> & Pick<Partial<PaymentStep>, 'paidOn'>): PaymentsStory => ({
  ...all,
  steps: all.steps.map((step) => (isOf(step, named) ? { ...step, ...to } : step)),
});

const placed = (all: PaymentsStory, step: PaymentStep): PaymentsStory => ({ ...all, steps: [...all.steps.filter((one) => !isOf(one, step)), step] });

const types = [
  TrancheRequested,
  TrancheReturned,
  PaymentApproved,
  PaymentOrdered,
  PaymentRejected,
  PaymentRecorded,
  TrancheReleased,
  PhaseSettled,
] as const;

/** What was asked for and paid, payment by payment, and what was worked out at the balance of each phase. */
export const paymentsStory = facet({ steps: [], settled: [] } as PaymentsStory, types, {
  'tranche-requested': (all, { phase, kind, amount, shares, setOff }, { at }) =>
    placed(all, { phase, kind, amount, shares, ...(setOff && { setOff }), standing: 'requested', at }),
  'tranche-returned': (all, named, { at }) => moved(all, named, { standing: 'returned', at }),
  'payment-approved': (all, named, { at }) => moved(all, named, { standing: 'approved', at }),
  'payment-ordered': (all, named, { at }) => moved(all, named, { standing: 'ordered', at }),
  'payment-rejected': (all, named, { at }) => moved(all, named, { standing: 'rejected', at }),
  'payment-recorded': (all, { paidOn, ...named }, { at }) => moved(all, named, { standing: 'ordered', at, paidOn }),
  'tranche-released': (all, { phase, kind, amount, shares }, { at }) => {
    const known = all.steps.find((step) => isOf(step, { phase, kind }));
    return placed(all, { ...known, phase, kind, amount, shares, standing: 'released', at });
  },
  'phase-settled': (all, settled, { at }) => ({
    ...all,
    settled: [...all.settled.filter(({ phase }) => phase !== settled.phase), { ...settled, at }],
  }),
});
