import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { FormalNoticeAnswered } from './agreement.ts';
import { inForce } from './in-force.ts';

export const answerFormalNotice = projectCommand({
  name: 'answer-formal-notice',
  says: { en: 'Answer a formal notice', fr: 'Répondre à la mise en demeure' },
  about: 'The holder says how the breach was mended, or why there was none.',
  data: z.strictObject({ answer: Prose }),
  example: { answer: 'The report was handed in today.' },
  refuses: ['no-formal-notice', 'formal-notice-already-answered'],

  decide(state, { data }) {
    const notice = inForce(state)?.notice;
    if (!notice) return refuse('no-formal-notice');
    return notice.answered ? refuse('formal-notice-already-answered') : FormalNoticeAnswered(data);
  },
});
