import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Cents } from '../../kernel/money.ts';
import { Prose } from '../../kernel/words.ts';
import { Share } from '../../programme/shares.ts';

export const FundingGranted = decision('funding-granted', 1, z.strictObject({ funder: ThingId, amount: Cents }));
export const FundingDeclined = decision('funding-declined', 1, z.strictObject({ funder: ThingId, amount: Cents, reasons: Prose }));
/** Every funder has granted its share: the award is whole. */
export const GrantAwarded = decision('grant-awarded', 1, z.strictObject({ amount: Cents, shares: z.array(Share).min(1) }));

export interface Funding {
  /** What each funder decided. */
  readonly decided: Readonly<Record<string, 'granted' | 'declined'>>;
  readonly awarded?: Moment & { readonly shares: readonly Share[] };
}

export const funding = facet({ decided: {} } as Funding, [FundingGranted, FundingDeclined, GrantAwarded], {
  'funding-granted': (all, { funder }) => ({ ...all, decided: { ...all.decided, [funder]: 'granted' } }),
  'funding-declined': (all, { funder }) => ({ ...all, decided: { ...all.decided, [funder]: 'declined' } }),
  'grant-awarded': (all, { shares }, happened) => ({ ...all, awarded: { ...momentOf(happened), shares } }),
});
