import { z } from 'zod';
import { Text, ThingId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Cents } from '../kernel/money.ts';
import { Day, isBefore } from '../kernel/time.ts';
import { Prose } from '../kernel/words.ts';
import { Share } from '../programme/shares.ts';
import { beginningOf, dayOfWhen, endOf, When } from './hours.ts';

/** What a funder puts in, in cents, and where named the line of its budget that it comes from. */
export const EnvelopeLine = Share.extend({ line: ThingId.optional() });
export type EnvelopeLine = Readonly<z.output<typeof EnvelopeLine>>;

/**
 * What a call offers, and when. Applications are in time from the start of the opening day to the end of the closing day, in the programme's time zone;
 * where an instant is given in place of a day, from it and before it.
 */
export const Terms = z.strictObject({
  programme: ThingId,
  title: Text,
  envelope: z.array(EnvelopeLine).min(1).max(30),
  opensOn: When,
  closesOn: When,
  /** The last day for concluding the selection. */
  selectionOn: Day,
  /** The most that one project may ask for, in cents. */
  maxGrant: Cents,
});
export type Terms = Readonly<z.output<typeof Terms>>;

/** Shape 2 knows lines of the budget and exact instants; what shape 1 holds is among it. */
export const CallDrafted = decision('call-drafted', 2, Terms, { 1: (older: unknown) => older });

/** What can change in a call, and why it did; what is left out stays as it was. */
export const CallAmended = decision(
  'call-amended',
  1,
  Terms.pick({ envelope: true, closesOn: true, selectionOn: true, maxGrant: true }).partial().extend({ reasons: Prose }),
);

const blank: Terms = {
  programme: '',
  title: { fr: '', en: '' },
  envelope: [],
  opensOn: '0001-01-01',
  closesOn: '0001-01-01',
  selectionOn: '0001-01-01',
  maxGrant: 0,
};

export const terms = facet(blank, [CallDrafted, CallAmended], {
  'call-drafted': (_, drafted) => drafted,
  'call-amended': (all, { envelope, closesOn, selectionOn, maxGrant }) => ({
    ...all,
    envelope: envelope ?? all.envelope,
    closesOn: closesOn ?? all.closesOn,
    selectionOn: selectionOn ?? all.selectionOn,
    maxGrant: maxGrant ?? all.maxGrant,
  }),
});

/** What each funder puts in, all lines of its budget together, in the order in which funders are first named. */
export function byFunder(envelope: readonly Share[]): Share[] {
  const sums = new Map<string, number>();
  for (const { funder, amount } of envelope) sums.set(funder, (sums.get(funder) ?? 0) + amount);
  return [...sums].map(([funder, amount]) => ({ funder, amount }));
}

/** The funders whose money from one line is listed more than once. */
export function listedTwice(envelope: readonly EnvelopeLine[]): string[] {
  const places = envelope.map(({ funder, line = '' }) => `${funder} ${line}`);
  return envelope.filter((_, index) => places.indexOf(places[index]!) !== index).map(({ funder }) => funder);
}

/** Whether a call opens before it closes, and closes before it selects. */
export const datesInOrder = ({ opensOn, closesOn, selectionOn }: Pick<Terms, 'opensOn' | 'closesOn' | 'selectionOn'>, zone: string): boolean =>
  isBefore(beginningOf(opensOn, zone), endOf(closesOn, zone)) && dayOfWhen(closesOn, zone) <= selectionOn;
