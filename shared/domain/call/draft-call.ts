import { z } from 'zod';
import { Cents } from '../kernel/money.ts';
import { refuse } from '../kernel/refusal.ts';
import { addToDay, Day } from '../kernel/time.ts';
import { callCommand } from './call.ts';
import { dayOfWhen } from './hours.ts';
import { CallDrafted, datesInOrder, EnvelopeLine, listedTwice, Terms } from './terms.ts';

const Amount = Cents.min(1);

export const draftCall = callCommand({
  name: 'draft-call',
  says: { en: 'Draft a call', fr: 'Préparer un appel à manifestation d’intérêt' },
  about:
    'Brings a call into being with its envelope by funder, in cents, its dates (days, or exact instants) and the most that one project may ask for. Without a day for the selection, the policy’s number of days after the closing is taken.',
  data: Terms.extend({
    envelope: z
      .array(EnvelopeLine.extend({ amount: Amount }))
      .min(1)
      .max(30),
    selectionOn: Day.optional(),
    maxGrant: Amount,
  }),
  example: {
    programme: 'breakthrough',
    title: { fr: 'Innovation sociale de rupture 2027', en: 'Breakthrough social innovation 2027' },
    envelope: [
      { funder: 'region', amount: 60_000_000 },
      { funder: 'esf', amount: 40_000_000 },
    ],
    opensOn: '2027-01-11',
    closesOn: '2027-03-12',
    selectionOn: '2027-05-28',
    maxGrant: 15_000_000,
  },
  refuses: ['programme-unknown', 'funder-unknown', 'funder-listed-twice', 'call-dates-out-of-order'],
  creates: true,

  decide(_, { data }, { programme, policy }) {
    if (!programme.identity.created) return refuse('programme-unknown', { programme: data.programme });
    const funders = data.envelope.map(({ funder }) => funder);
    const unknown = funders.filter((funder) => !programme.funders[funder]);
    if (unknown.length > 0) return refuse('funder-unknown', { funders: unknown });
    const twice = listedTwice(data.envelope);
    if (twice.length > 0) return refuse('funder-listed-twice', { funders: twice });
    const { opensOn, closesOn } = data;
    const zone = programme.identity.timeZone;
    const selectionOn = data.selectionOn ?? addToDay(dayOfWhen(closesOn, zone), `P${policy.days.selection}D`);
    if (!datesInOrder({ opensOn, closesOn, selectionOn }, zone)) return refuse('call-dates-out-of-order', { opensOn, closesOn, selectionOn });
    return CallDrafted({ ...data, selectionOn });
  },
});
