import { z } from 'zod';
import { Shortfall } from '../../call/selection.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Cents } from '../../kernel/money.ts';
import { Share } from '../../programme/shares.ts';

const Rank = z.int().min(1);

/** Selected is not yet awarded: each funder decides for its share. */
export const ApplicationSelected = decision(
  'application-selected',
  1,
  z.strictObject({ rank: Rank, total: z.number(), amount: Cents, shares: z.array(Share).min(1) }),
);
export const ApplicationReserved = decision('application-reserved', 1, z.strictObject({ rank: Rank, total: z.number(), amount: Cents }));
export const ApplicationNotSelected = decision(
  'application-not-selected',
  1,
  z.strictObject({ total: z.number(), shortfalls: z.array(Shortfall).min(1) }),
);

export interface Selected {
  readonly moment: Moment;
  /** What each funder is asked to grant. */
  readonly shares: readonly Share[];
}

/** The selection of this application, absent while it is not selected. */
export const selected = facet(undefined as Selected | undefined, [ApplicationSelected], {
  'application-selected': (_, { shares }, happened) => ({ moment: momentOf(happened), shares }),
});
