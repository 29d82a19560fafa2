import { z } from 'zod';
import { decision, type Happened, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Cents } from '../../kernel/money.ts';
import { Day } from '../../kernel/time.ts';
import { Prose, Title } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy/phase.ts';
import { addShares, type ByFunder, Share } from '../../programme/shares.ts';
import { TrancheKind } from '../agreement/payment-plan.ts';
import { TrancheReleased, TrancheRequested, TrancheReturned, trancheName } from '../funding/tranches.ts';

/** A payment, by the phase and the tranche that it pays. */
export const PaymentOf = z.strictObject({ phase: Phase, kind: TrancheKind });
const Amounts = { ...PaymentOf.shape, amount: Cents, shares: z.array(Share).min(1) };

/** One approval of those that the amount needs; who gave it is in the log. */
export const PaymentApproved = decision(
  'payment-approved',
  1,
  z.strictObject({ ...Amounts, approval: z.int().min(1).max(2), needed: z.int().min(1).max(2) }),
);
/** The order to pay (mandat), by its reference; after a rejection, with what was corrected. */
export const PaymentOrdered = decision('payment-ordered', 1, z.strictObject({ ...Amounts, reference: Title, correction: Prose.optional() }));
/** The accountant does not pay, and says why: the order has to be corrected. */
export const PaymentRejected = decision('payment-rejected', 1, z.strictObject({ ...PaymentOf.shape, reasons: Prose }));
export const PaymentRecorded = decision('payment-recorded', 1, z.strictObject({ ...Amounts, paidOn: Day, reference: Title }));

type Act = Moment & { readonly by: string };

/** How far the payment of a tranche has come in the full procedure. */
export interface PaymentFile {
  /** Who approved, in order. */
  readonly approvals: readonly Act[];
  readonly ordered?: Act & { readonly reference: string };
  /** The rejection that waits for a corrected order. */
  readonly rejected?: Moment;
}

export interface Payments {
  /** By the name of the tranche. */
  readonly files: Readonly<Record<string, PaymentFile>>;
  /** What was paid in each phase, by funder. */
  readonly paid: Readonly<Record<string, ByFunder>>;
  /** When money went out last. */
  readonly lastPaid?: Moment;
}

const noFile: PaymentFile = { approvals: [] };
const actOf = (happened: Happened): Act => ({ ...momentOf(happened), by: happened.by.id });
type Named = z.output<typeof PaymentOf>;

function file(all: Payments, { phase, kind }: Named, changed: (known: PaymentFile) => PaymentFile): Payments {
  const name = trancheName(phase, kind);
  return { ...all, files: { ...all.files, [name]: changed(all.files[name] ?? noFile) } };
}

const paying = [TrancheRequested, TrancheReturned, TrancheReleased, PaymentApproved, PaymentOrdered, PaymentRejected] as const;

/** The payments of a project: their files, and what was paid. */
export const payments = facet({ files: {}, paid: {} } as Payments, [...paying, PaymentRecorded], {
  'tranche-requested': (all, named) => file(all, named, () => noFile),
  'tranche-returned': (all, named) => file(all, named, () => noFile),
  'tranche-released': (all, { phase, shares }, happened) => ({
    ...all,
    paid: { ...all.paid, [phase]: addShares(all.paid[phase] ?? {}, shares) },
    lastPaid: momentOf(happened),
  }),
  'payment-approved': (all, named, happened) => file(all, named, (known) => ({ ...known, approvals: [...known.approvals, actOf(happened)] })),
  'payment-ordered': (all, named, happened) =>
    file(all, named, ({ approvals }) => ({ approvals, ordered: { ...actOf(happened), reference: named.reference } })),
  'payment-rejected': (all, named, happened) => file(all, named, ({ approvals }) => ({ approvals, rejected: momentOf(happened) })),
  'payment-recorded': (all) => all,
});

/** The file of a tranche's payment; an empty one where nothing was done yet. */
export const fileOf = ({ files }: Payments, { phase, kind }: Named): PaymentFile => files[trancheName(phase, kind)] ?? noFile;
