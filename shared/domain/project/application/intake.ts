import { z } from 'zod';
import { Text } from '../../kernel/actor.ts';
import { decision, type Happened, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Day, Instant } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { PieceKind } from '../../programme/policy/application.ts';

const Count = z.int().min(1);
/** A day, or an instant where the policy counts in minutes. */
const When = z.union([Day, Instant]);

/** The acknowledgement of receipt (accusé de réception, CRPA L112-3, R112-5): when it came, when silence becomes a refusal, and what can then be done. */
export const ReceiptAcknowledged = decision(
  'receipt-acknowledged',
  1,
  z.strictObject({ receivedOn: Day, impliedRefusalAfter: When, remedies: Text }),
);
export const CompletenessConfirmed = decision('completeness-confirmed', 1, z.strictObject({}));
/** Pieces and information that are missing, asked for by a day (CRPA L114-5). The file's requests are numbered from 1. */
export const SupplementRequested = decision(
  'supplement-requested',
  1,
  z.strictObject({ supplement: Count, pieces: z.array(PieceKind), information: z.array(Prose).max(20), dueOn: When }),
);
export const SupplementAnswered = decision('supplement-answered', 1, z.strictObject({ supplement: Count, note: Prose.optional() }));
/** They did not come in time: the time to answer the application runs on, and the authority decides on the file as it stands. */
export const SupplementMissed = decision('supplement-missed', 1, z.strictObject({ supplement: Count }));
export const SupplementClosed = decision('supplement-closed', 1, z.strictObject({ supplement: Count, reasons: Prose }));

/** A request for missing pieces; ended by the answer, by the end of the time given, or by whoever asked. */
export interface Supplement {
  readonly supplement: number;
  readonly pieces: readonly PieceKind[];
  readonly information: readonly string[];
  readonly dueOn: string;
  readonly requested: Moment;
  readonly ended?: Moment;
}

export interface Intake {
  readonly acknowledged?: Moment;
  /** When the file was last found complete; absent again once more was asked for. */
  readonly complete?: Moment;
  readonly supplements: readonly Supplement[];
}

const end = (all: Intake, { supplement }: { readonly supplement: number }, happened: Happened): Intake => ({
  ...all,
  supplements: all.supplements.map((asked) => (asked.supplement === supplement ? { ...asked, ended: momentOf(happened) } : asked)),
});

const changing = [ReceiptAcknowledged, CompletenessConfirmed, SupplementRequested, SupplementAnswered, SupplementMissed, SupplementClosed] as const;

/** What was said to the applicant about the file: that it came, what it lacks, that it is complete. */
export const intake = facet({ supplements: [] } as Intake, changing, {
  'receipt-acknowledged': (all, _, happened) => ({ ...all, acknowledged: momentOf(happened) }),
  'completeness-confirmed': (all, _, happened) => ({ ...all, complete: momentOf(happened) }),
  'supplement-requested': ({ acknowledged, supplements }, asked, happened) => ({
    ...(acknowledged && { acknowledged }),
    supplements: [...supplements, { ...asked, requested: momentOf(happened) }],
  }),
  'supplement-answered': end,
  'supplement-missed': end,
  'supplement-closed': end,
});

/** The request for pieces that still waits for its answer. */
export const openSupplement = ({ supplements }: Intake): Supplement | undefined => {
  const last = supplements.at(-1);
  return last?.ended ? undefined : last;
};
