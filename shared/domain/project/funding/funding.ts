import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Cents } from '../../kernel/money.ts';
import { Day } from '../../kernel/time.ts';
import { Prose, Title } from '../../kernel/words.ts';
import { AidRegime } from '../../organisation/aid.ts';
import { Share } from '../../programme/shares.ts';
import { OutcomeCorrected } from '../appeal/appeal.ts';
import { ApplicationSelected } from '../selection/selection.ts';
import { Budget, sumOf } from './financing.ts';

/** The act by which a funder decided: délibération, programmation (FSE+), decision of a board, arrêté. */
export const Act = z.strictObject({ reference: Title, decidedOn: Day, kind: z.enum(['deliberation', 'programming', 'board', 'order']) });
export type Act = Readonly<z.output<typeof Act>>;

export const FundingGranted = decision(
  'funding-granted',
  1,
  z.strictObject({
    funder: ThingId,
    amount: Cents,
    /** What it was asked for, where it grants less, and why. */
    asked: Cents.optional(),
    reasons: Prose.optional(),
    act: Act.optional(),
    /** What has to hold before the agreement is signed: each is a reservation to lift. */
    conditions: z.array(Prose).max(20).optional(),
    /** The State aid under which it grants, and the organisation that it counts for, where the funder names them. */
    regime: AidRegime.optional(),
    organisation: ThingId.optional(),
  }),
);
export const FundingDeclined = decision(
  'funding-declined',
  1,
  z.strictObject({ funder: ThingId, amount: Cents, reasons: Prose, act: Act.optional() }),
);
/** The name of a reservation: the committee’s own, or the funder and a number, such as `region-1`. */
export const ReservationName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'the name of a reservation, such as committee-1');
/** Every funder has granted: the award is whole. `reduced` where one of them granted less than it was asked for. */
export const GrantAwarded = decision(
  'grant-awarded',
  1,
  z.strictObject({
    amount: Cents,
    shares: z.array(Share).min(1),
    reduced: z.literal(true).optional(),
    /** The State aid under which it is granted, and the organisation that it counts for. */
    aid: z.strictObject({ regime: AidRegime, organisation: ThingId }).optional(),
  }),
);
/** The act of a funder took effect (caractère exécutoire): it was made public and the State’s representative has received it. */
export const ActMadeExecutory = decision('act-made-executory', 1, z.strictObject({ funder: ThingId, transmittedOn: Day, executoryOn: Day }));
export const ReservationLifted = decision('reservation-lifted', 1, z.strictObject({ reservation: ReservationName, evidence: Prose }));
/** The holder goes on with less: the financing plan that goes with the award. */
export const ReducedAwardAccepted = decision('reduced-award-accepted', 1, z.strictObject({ budget: Budget }));
/** The holder gives the award up before signature (désistement). */
export const AwardRenounced = decision('award-renounced', 1, z.strictObject({ reasons: Prose }));

/** A reservation of the committee or of a funder (réserve), by the name under which it is lifted. */
export interface Reservation {
  readonly reservation: string;
  readonly by: string;
  readonly text: string;
  readonly lifted?: Moment & { readonly by: string };
}

/** What a funder granted. */
export interface Granted {
  readonly amount: number;
  readonly act?: Act;
  readonly executoryOn?: string;
}

export interface Funding {
  /** What each funder decided. */
  readonly decided: Readonly<Record<string, 'granted' | 'declined'>>;
  readonly granted: Readonly<Record<string, Granted>>;
  readonly reservations: readonly Reservation[];
  /** What a funder named with its decision: the regime of State aid, and the organisation that receives it. */
  readonly regime?: AidRegime;
  readonly organisation?: string;
  readonly awarded?: Moment & { readonly shares: readonly Share[]; readonly reduced: boolean; readonly organisation?: string };
  /** The holder’s acceptance of less than was asked for. */
  readonly reductionAccepted?: Moment & { readonly needs: number };
}

const none: Funding = { decided: {}, granted: {}, reservations: [] };

/** The conditions of a funder as reservations, numbered in their order: `region-1`, `region-2`. */
const conditionsOf = (by: string, texts: readonly string[]): Reservation[] =>
  texts.map((text, index) => ({ reservation: `${by}-${index + 1}`, by, text }));

const facts = [
  ApplicationSelected,
  OutcomeCorrected,
  FundingGranted,
  FundingDeclined,
  GrantAwarded,
  ActMadeExecutory,
  ReservationLifted,
  ReducedAwardAccepted,
  AwardRenounced,
] as const;

/** What the funders decided, from the selection on; a new selection asks all of them anew. */
export const funding = facet(none, facts, {
  'application-selected': (_, { reservations }) => ({ ...none, reservations: (reservations ?? []).map((made) => ({ ...made, by: 'committee' })) }),
  'outcome-corrected': () => none,
  'funding-granted': (all, { funder, amount, act, conditions, regime, organisation }) => ({
    ...all,
    decided: { ...all.decided, [funder]: 'granted' },
    granted: { ...all.granted, [funder]: { amount, ...(act && { act }) } },
    reservations: [...all.reservations, ...conditionsOf(funder, conditions ?? [])],
    ...(regime && { regime }),
    ...(organisation && { organisation }),
  }),
  'funding-declined': (all, { funder }) => ({ ...all, decided: { ...all.decided, [funder]: 'declined' } }),
  'grant-awarded': (all, { shares, reduced, aid }, happened) => ({
    ...all,
    awarded: { ...momentOf(happened), shares, reduced: reduced ?? false, ...(aid && { organisation: aid.organisation }) },
  }),
  'act-made-executory': (all, { funder, executoryOn }) => ({
    ...all,
    granted: { ...all.granted, [funder]: { amount: 0, ...all.granted[funder], executoryOn } },
  }),
  'reservation-lifted': (all, { reservation }, happened) => ({
    ...all,
    reservations: all.reservations.map((open) =>
      open.reservation === reservation ? { ...open, lifted: { ...momentOf(happened), by: happened.by.id } } : open,
    ),
  }),
  'reduced-award-accepted': (all, { budget }, happened) => ({ ...all, reductionAccepted: { ...momentOf(happened), needs: sumOf(budget.needs) } }),
  'award-renounced': (all) => all,
});

/** The reservations that are not lifted yet, by name. */
export const openReservations = ({ reservations }: Pick<Funding, 'reservations'>): string[] =>
  reservations.filter(({ lifted }) => !lifted).map(({ reservation }) => reservation);
