import { z } from 'zod';
import { endOf, When } from '../../call/hours.ts';
import { PersonId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { isBefore, laterOf } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { keptOn, whyKept } from './release-reviewer.ts';
import { ReviewExtended } from './review.ts';

export const extendReview = projectCommand({
  name: 'extend-review',
  says: { en: 'Give a reviewer more time', fr: 'Prolonger le délai d’une évaluation' },
  about: 'Sets a later date for a review that is awaited, with the reason. Reminders count from the new date.',
  data: z.strictObject({ reviewer: PersonId, dueOn: When, reason: Prose }),
  example: { reviewer: 'reviewer-1', dueOn: '2027-04-23', reason: 'A piece of the file came late.' },
  refuses: [...keptOn, 'review-date-not-later'],

  decide(state, { data, at }, { programme }) {
    const refused = whyKept(state, data.reviewer);
    if (refused) return refused;
    const zone = programme.identity.timeZone;
    const before = state.reviews[data.reviewer]?.assigned?.dueOn ?? data.dueOn;
    if (!isBefore(laterOf(at, endOf(before, zone)), endOf(data.dueOn, zone))) return refuse('review-date-not-later', { dueOn: before });
    return ReviewExtended(data);
  },
});
