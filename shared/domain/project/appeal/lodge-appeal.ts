import { z } from 'zod';
import { Attachment } from '../../kernel/attachment.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { AppealLodged } from './appeal.ts';
import { contestable, isPast } from './standing.ts';

export const lodgeAppeal = projectCommand({
  name: 'lodge-appeal',
  says: { en: 'Lodge an appeal', fr: 'Former un recours gracieux' },
  about:
    'The holder asks the authority to look again at its decision: not eligible, not selected, on the reserve list, refused, or refused by silence. It is in time until the day that the notification states; while the holder has not been told, no time runs.',
  data: z.strictObject({ grounds: Prose, attachments: z.array(Attachment).max(20).default([]) }),
  example: { grounds: 'The partnership agreement was in the file that was handed in, and the assessment says that it was missing.' },
  refuses: ['nothing-to-appeal-against', 'appeal-already-lodged', 'time-to-appeal-over'],

  decide(state, { data, at }, { programme }) {
    const contested = contestable(state, programme);
    if (!contested) return refuse('nothing-to-appeal-against', { stage: state.stage });
    const { against, decision, lastDay, final } = contested;
    if (state.appeal?.decision === decision) return refuse('appeal-already-lodged');
    if (final || (lastDay !== undefined && isPast(at, lastDay, programme))) return refuse('time-to-appeal-over', { lastDay: lastDay ?? null });
    return AppealLodged({ against, decision, ...data });
  },
});
