import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { GrantAwarded } from '../funding/funding.ts';
import { Parties } from './parties.ts';
import { PlannedTranche } from './payment-plan.ts';

/** What an agreement is to say. The plan gives the amounts, by phase, payment and funder. */
const AgreementText = z.strictObject({
  parties: Parties,
  plan: z.array(PlannedTranche).min(1),
  /** The last day of the agreement. */
  endsOn: Day,
  /** The days by which the holder reports. */
  reportingOn: z.array(Day).max(60),
  /** What the holder has to do while the agreement runs. */
  conditions: z.array(Prose).max(20),
});
export type AgreementText = Readonly<z.output<typeof AgreementText>>;

export const AgreementDrafted = decision('agreement-drafted', 1, AgreementText);
export const PartySigned = decision('party-signed', 1, z.strictObject({ party: ThingId }));

/** The text that the parties sign, and who has; empty before it is drafted. */
export interface Drafting {
  readonly text?: AgreementText & { readonly drafted: Moment };
  /** Signatures, by party. */
  readonly signed: Readonly<Record<string, Moment>>;
}

/** A new draft takes the place of the one before, and every party signs it anew; a new award takes a new draft. */
export const drafting = facet({ signed: {} } as Drafting, [GrantAwarded, AgreementDrafted, PartySigned], {
  'grant-awarded': () => ({ signed: {} }),
  'agreement-drafted': (_, text, happened) => ({ text: { ...text, drafted: momentOf(happened) }, signed: {} }),
  'party-signed': (all, { party }, happened) => ({ ...all, signed: { ...all.signed, [party]: momentOf(happened) } }),
});
