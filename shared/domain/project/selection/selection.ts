import { z } from 'zod';
import { Shortfall } from '../../call/selection.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Cents } from '../../kernel/money.ts';
import { Prose } from '../../kernel/words.ts';
import { Share } from '../../programme/shares.ts';
import { OutcomeCorrected } from '../appeal/appeal.ts';
import { Reservation } from '../avis/avis.ts';

const Rank = z.int().min(1);

/** Selected is not yet awarded: each funder decides for its share. Reservations of the committee are lifted one by one before the agreement. */
export const ApplicationSelected = decision(
  'application-selected',
  1,
  z.strictObject({
    rank: Rank,
    total: z.number(),
    amount: Cents,
    shares: z.array(Share).min(1),
    reservations: z.array(Reservation).max(20).optional(),
  }),
);
export const ApplicationReserved = decision('application-reserved', 1, z.strictObject({ rank: Rank, total: z.number(), amount: Cents }));
/** Shape 2 knows the shortfall of an unfavourable avis; what shape 1 holds is among it. */
export const ApplicationNotSelected = decision(
  'application-not-selected',
  2,
  z.strictObject({ total: z.number(), shortfalls: z.array(Shortfall).min(1) }),
  { 1: (older: unknown) => older },
);
/** The reserve list on which it waited holds no longer: it is not selected. */
export const ReserveExpired = decision('reserve-expired', 1, z.strictObject({}));
/** The call was given up before its selection (sans suite), and the application ended with it. */
export const CancelledWithCall = decision('cancelled-with-call', 1, z.strictObject({ reasons: Prose }));

/** The reservations of a selected application, left out where there are none. */
export const withReservations = (reservations: readonly Reservation[]): { reservations?: Reservation[] } =>
  reservations.length > 0 ? { reservations: [...reservations] } : {};

export interface Selected {
  readonly moment: Moment;
  /** What each funder is asked to grant. */
  readonly shares: readonly Share[];
  /** What the committee wants settled first. */
  readonly reservations: readonly Reservation[];
}

/** The selection of this application, absent while it is not selected. */
export const selected = facet(undefined as Selected | undefined, [ApplicationSelected, OutcomeCorrected], {
  'application-selected': (_, { shares, reservations = [] }, happened) => ({ moment: momentOf(happened), shares, reservations }),
  // What a correction selects counts from its own date.
  'outcome-corrected': (_, { to, from, shares }, { id }) => (to === 'selected' ? { moment: { at: from, id }, shares, reservations: [] } : undefined),
});
