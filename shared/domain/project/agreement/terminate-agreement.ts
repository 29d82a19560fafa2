import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { inForce } from './in-force.ts';
import { isPast } from './last-day.ts';
import { noticeDay } from './notice-day.ts';
import { termination } from './termination.ts';

export const terminateAgreement = projectCommand({
  name: 'terminate-agreement',
  says: { en: 'Terminate the agreement', fr: 'Résilier la convention' },
  about:
    'Ends the agreement before its time: by common accord, or by fault once the time that a formal notice gave is over; another person than the one who gave notice decides on a fault. The money of phases that were not entered returns to the envelope, the rest is settled as the project closes.',
  data: z.strictObject({ cause: z.enum(['fault', 'common-accord']), reasons: Prose }),
  example: { cause: 'common-accord', reasons: 'The partners go on without public money; the letter of both sides is in the file.' },
  refuses: ['agreement-not-in-force', 'no-formal-notice', 'notice-not-over', 'second-person-needed'],

  decide(state, { id, data, by, at }, { programme }) {
    const agreement = inForce(state);
    if (!agreement) return refuse('agreement-not-in-force', { stage: state.stage });
    if (data.cause === 'common-accord') return termination(state, id, data);
    const given = agreement.notice?.given;
    if (!given) return refuse('no-formal-notice');
    const lastDay = noticeDay(given, programme);
    if (!isPast(lastDay, at, programme)) return refuse('notice-not-over', { lastDay });
    return given.by === by.id ? refuse('second-person-needed') : termination(state, id, data);
  },
});
