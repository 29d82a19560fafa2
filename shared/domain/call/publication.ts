import { z } from 'zod';
import { Text, ThingId } from '../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Cents } from '../kernel/money.ts';

/** What came of an application, as a closing report counts it. `ended`: withdrawn, lapsed, declined by a funder, or over. */
export const CountedOutcome = z.enum(['not-handed-in', 'ineligible', 'not-selected', 'reserve', 'selected', 'awarded', 'ended']);
export type CountedOutcome = z.output<typeof CountedOutcome>;

/** The selected applications, as they were made public. */
export const ResultsPublished = decision('results-published', 1, z.strictObject({ selected: z.array(ThingId), words: Text }));

/** What became of the applications and of the money (bilan de clôture). Amounts are in cents. */
export const ClosingReportPublished = decision(
  'closing-report-published',
  1,
  z.strictObject({
    started: z.int().min(0),
    outcomes: z.array(z.strictObject({ outcome: CountedOutcome, applications: z.int().min(1) })),
    funders: z.array(z.strictObject({ funder: ThingId, amount: Cents, committed: Cents })),
    words: Text,
  }),
);

/** What of the call's outcome was made public, and when. */
export interface Publication {
  readonly results?: Moment;
  readonly report?: Moment;
}

export const publication = facet({} as Publication, [ResultsPublished, ClosingReportPublished], {
  'results-published': (all, _, happened) => ({ ...all, results: momentOf(happened) }),
  'closing-report-published': (all, _, happened) => ({ ...all, report: momentOf(happened) }),
});
