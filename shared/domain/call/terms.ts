import { z } from 'zod';
import { Text, ThingId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Cents } from '../kernel/money.ts';
import { Day } from '../kernel/time.ts';
import { Share } from '../programme/shares.ts';

/** What a call offers, and when. Applications are in time from the start of the opening day to the end of the closing day. */
export const Terms = z.strictObject({
  programme: ThingId,
  title: Text,
  /** What each funder puts in, in cents. */
  envelope: z.array(Share).min(1).max(30),
  opensOn: Day,
  closesOn: Day,
  /** The last day for concluding the selection. */
  selectionOn: Day,
  /** The most that one project may ask for, in cents. */
  maxGrant: Cents,
});
export type Terms = Readonly<z.output<typeof Terms>>;

export const CallDrafted = decision('call-drafted', 1, Terms);

const blank: Terms = {
  programme: '',
  title: { fr: '', en: '' },
  envelope: [],
  opensOn: '0001-01-01',
  closesOn: '0001-01-01',
  selectionOn: '0001-01-01',
  maxGrant: 0,
};

export const terms = facet(blank, [CallDrafted], { 'call-drafted': (_, drafted) => drafted });
