import { addToDay, dayOf } from '../../kernel/time.ts';
import { type Programme, policyInForce } from '../../programme/programme.ts';

/** The last day for signing the agreement: so many days after the award, by the policy in force then. */
export const signatureDay = (awardedAt: string, programme: Programme): string =>
  addToDay(dayOf(awardedAt, programme.identity.timeZone), `P${policyInForce(programme, awardedAt).policy.days.signature}D`);
