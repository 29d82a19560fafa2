import { z } from 'zod';
import { Cents } from '../kernel/money.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { isBefore } from '../kernel/time.ts';
import { Prose } from '../kernel/words.ts';
import { type Programme, policyInForce } from '../programme/programme.ts';
import type { Share } from '../programme/shares.ts';
import { type Call, callCommand } from './call.ts';
import { endOf } from './hours.ts';
import { keptBackOf } from './ranking.ts';
import type { CallStage } from './stage.ts';
import { byFunder, CallAmended, datesInOrder, EnvelopeLine, listedTwice, Terms } from './terms.ts';

const Amount = Cents.min(1);
const Changes = Terms.pick({ closesOn: true, selectionOn: true })
  .extend({
    envelope: z
      .array(EnvelopeLine.extend({ amount: Amount }))
      .min(1)
      .max(30),
    maxGrant: Amount,
  })
  .partial();
type Changes = z.output<typeof Changes>;

const beforeClosing = ['closesOn', 'selectionOn', 'maxGrant', 'envelope'] as const;

/** What can still change, by stage. */
const open: Readonly<Record<CallStage, readonly (keyof Changes)[]>> = {
  none: [],
  draft: beforeClosing,
  published: beforeClosing,
  open: beforeClosing,
  closed: ['selectionOn', 'envelope'],
  concluded: ['envelope'],
  cancelled: [],
};

export const amendCall = callCommand({
  name: 'amend-call',
  says: { en: 'Amend the call', fr: 'Modifier l’appel' },
  about:
    'Extends the closing, moves the selection day, raises the maximum or changes the envelope, with reasons. What was published is never cut short: the closing comes no earlier, the maximum no lower, and no funder’s part is lowered below what is committed and kept back of it. Dates that are set anew have new reminders.',
  data: Changes.extend({ reasons: Prose }),
  example: { closesOn: '2027-03-26', selectionOn: '2027-06-11', reasons: 'The two weeks of the storm are given back to all applicants.' },
  refuses: [
    'amendment-too-late',
    'nothing-amended',
    'closing-day-over',
    'published-terms-kept',
    'call-dates-out-of-order',
    'funder-unknown',
    'funder-listed-twice',
    'envelope-below-committed',
  ],

  decide(call, { data: { reasons, ...changes }, at }, { programme }) {
    const changed = changedOf(call.terms, changes);
    if (changed.length === 0) return refuse('nothing-amended');
    const late = changed.filter((field) => !open[call.stage].includes(field));
    if (late.length > 0) return refuse('amendment-too-late', { stage: call.stage, fields: late });
    const { opensOn } = call.terms;
    const { closesOn = call.terms.closesOn, selectionOn = call.terms.selectionOn } = changes;
    if (!datesInOrder({ opensOn, closesOn, selectionOn }, programme.identity.timeZone)) {
      return refuse('call-dates-out-of-order', { opensOn, closesOn, selectionOn });
    }
    const broken = call.stage === 'draft' ? undefined : promiseBroken(call, changes, at, programme.identity.timeZone);
    return broken ?? envelopeRefused(call, changes.envelope, programme, at) ?? CallAmended({ ...changes, reasons });
  },
});

/** The fields that would stand otherwise than they do. */
function changedOf(terms: Terms, changes: Changes): (keyof Changes)[] {
  const fields = Object.keys(changes) as (keyof Changes)[];
  return fields.filter((field) => JSON.stringify(changes[field]) !== JSON.stringify(terms[field]));
}

/** What was promised when the call was published, and what a closing that is over no longer allows. */
function promiseBroken(
  { terms }: Call,
  { closesOn, maxGrant }: Changes,
  at: string,
  zone: string,
): Refusal<'closing-day-over' | 'published-terms-kept'> | undefined {
  const closes = endOf(terms.closesOn, zone);
  const earlier = closesOn !== undefined && isBefore(endOf(closesOn, zone), closes);
  const lower = maxGrant !== undefined && maxGrant < terms.maxGrant;
  const fields = [...(earlier ? ['closesOn'] : []), ...(lower ? ['maxGrant'] : [])];
  if (fields.length > 0) return refuse('published-terms-kept', { fields });
  if (closesOn !== undefined && !isBefore(at, closes)) return refuse('closing-day-over', { closesOn: terms.closesOn });
  return undefined;
}

const amountsOf = (envelope: readonly Share[]): ReadonlyMap<string, number> =>
  new Map(byFunder(envelope).map(({ funder, amount }) => [funder, amount]));

function envelopeRefused(
  { committed, calendar, terms }: Call,
  envelope: Changes['envelope'],
  programme: Programme,
  at: string,
): Refusal<'funder-unknown' | 'funder-listed-twice' | 'envelope-below-committed'> | undefined {
  if (envelope === undefined) return undefined;
  const unknown = envelope.filter(({ funder }) => !programme.funders[funder]).map(({ funder }) => funder);
  if (unknown.length > 0) return refuse('funder-unknown', { funders: unknown });
  const twice = listedTwice(envelope);
  if (twice.length > 0) return refuse('funder-listed-twice', { funders: twice });
  const { envelopeReserve } = policyInForce(programme, calendar.concluded?.at ?? at).policy;
  const before = amountsOf(terms.envelope);
  const after = amountsOf(envelope);
  // A part that is not lowered is no less than it was, even where a correction drew on what was kept back.
  const below = Object.keys(committed).filter((funder) => {
    const amount = after.get(funder) ?? 0;
    return amount < (before.get(funder) ?? 0) && amount < (committed[funder] ?? 0) + keptBackOf(amount, envelopeReserve);
  });
  return below.length > 0 ? refuse('envelope-below-committed', { funders: below }) : undefined;
}
