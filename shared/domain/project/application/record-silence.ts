import { z } from 'zod';
import { endOf } from '../../call/hours.ts';
import { refuse } from '../../kernel/refusal.ts';
import { isBefore } from '../../kernel/time.ts';
import { projectCommand } from '../project.ts';
import { answerDay, awaitsAnswer } from './answer.ts';
import { SilenceRecorded } from './application.ts';

export const recordSilence = projectCommand({
  name: 'record-silence',
  says: { en: 'Record the silence', fr: 'Constater le silence de l’administration' },
  about:
    'Records that the legal time to answer an application is over: an implied refusal (CRPA L231-4 3°). The process does it; an express award can still follow.',
  data: z.strictObject({}),
  example: {},
  refuses: ['no-answer-awaited', 'time-to-answer-not-over'],

  decide(state, { at }, { programme }) {
    const lastDay = answerDay(state, programme);
    if (lastDay === undefined || !awaitsAnswer(state)) return refuse('no-answer-awaited', { stage: state.stage });
    if (isBefore(at, endOf(lastDay, programme.identity.timeZone))) return refuse('time-to-answer-not-over', { lastDay });
    return SilenceRecorded({});
  },
});
