import type { Programme } from '../../programme/programme.ts';
import { amountsOf, type PlannedTranche } from './payment-plan.ts';

/** The funders of a plan whose money cannot pay for what happens as late as a day, with the last day of each. A funder that sets none has no limit. */
export const fundersEndingBefore = (endsOn: string, plan: readonly PlannedTranche[], { funders }: Pick<Programme, 'funders'>): string[] =>
  amountsOf(plan).flatMap(({ funder, amount }) => {
    const until = funders[funder]?.eligibleUntil;
    return amount > 0 && until !== undefined && until < endsOn ? [`${funder} (${until})`] : [];
  });
