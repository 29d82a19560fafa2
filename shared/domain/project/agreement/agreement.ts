import { z } from 'zod';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Cents } from '../../kernel/money.ts';
import { Day } from '../../kernel/time.ts';
import { Title } from '../../kernel/words.ts';
import { PlannedTranche } from './payment-plan.ts';

/** Parties are organisations; who signs for them is kept with the document, not here. */
export const AgreementSigned = decision(
  'agreement-signed',
  1,
  z.strictObject({ signedOn: Day, parties: z.array(Title).min(2).max(20), amount: Cents, plan: z.array(PlannedTranche).min(1) }),
);
/** Not signed in time (caducité): the award is void and its money returns to the envelope. */
export const AgreementLapsed = decision('agreement-lapsed', 1, z.strictObject({}));

export interface Agreement {
  readonly signed: Moment;
  readonly amount: number;
  /** Fixed at signature: a later policy does not change what was agreed. */
  readonly plan: readonly PlannedTranche[];
}

/** The agreement in force, absent before signature. */
export const agreement = facet(undefined as Agreement | undefined, [AgreementSigned], {
  'agreement-signed': (_, { amount, plan }, happened) => ({ signed: momentOf(happened), amount, plan }),
});
