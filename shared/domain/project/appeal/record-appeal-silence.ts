import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { AppealSilenceRecorded } from './appeal.ts';
import { appealAnswerDay, isPast, pendingAppeal } from './standing.ts';

export const recordAppealSilence = projectCommand({
  name: 'record-appeal-silence',
  says: { en: 'Record the silence on an appeal', fr: 'Constater le silence sur le recours' },
  about:
    'Records that the time to answer an appeal is over: an implied rejection (CJA R421-2). The process does it; the time to go to court runs from here, and an express answer can still follow.',
  data: z.strictObject({}),
  example: {},
  refuses: ['no-appeal-pending', 'time-to-answer-not-over'],

  decide(state, { at }, { programme }) {
    const pending = pendingAppeal(state, programme);
    if (!pending || pending.answered) return refuse('no-appeal-pending', { stage: state.stage });
    const lastDay = appealAnswerDay(pending, programme);
    return isPast(at, lastDay, programme) ? AppealSilenceRecorded({ decision: pending.decision }) : refuse('time-to-answer-not-over', { lastDay });
  },
});
