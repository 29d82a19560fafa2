import { z } from 'zod';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Day } from '../../kernel/time.ts';
import { Hold } from './holds.ts';

/** Whose key is to be destroyed: `person:<id>`, or `<stream>/<id>` for the contact of a thing, such as a funder’s address. */
export const Subject = z
  .string()
  .max(300)
  .regex(
    /^(person:[a-z0-9][a-z0-9-]{0,62}|[a-z]+-[a-z0-9][a-z0-9-]{0,62}\/[a-z0-9][a-z0-9-]{0,62})$/,
    'a subject is person:<id>, or <stream>/<id> for a contact',
  );

export const ErasureAnswered = decision(
  'erasure-answered',
  1,
  z.strictObject({
    subject: Subject,
    receivedOn: Day,
    /** Within one month (GDPR, article 12(3)). */
    answerBy: Day,
    /** Whose keys are destroyed with it: the subject’s, its surplus contacts’, or none. */
    erased: z.array(z.string()).max(2),
    /** What has to be kept until the last of them ends. */
    holds: z.array(Hold).max(1000),
  }),
);

export interface Answered {
  readonly erased: readonly string[];
  readonly at: Moment;
}

/** The last answer to each subject’s request. */
export const erasures = facet({} as Readonly<Record<string, Answered>>, [ErasureAnswered], {
  'erasure-answered': (all, { subject, erased }, happened) => ({ ...all, [subject]: { erased, at: momentOf(happened) } }),
});
