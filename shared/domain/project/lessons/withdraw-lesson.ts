import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { LessonWithdrawn } from './lessons.ts';

export const withdrawLesson = projectCommand({
  name: 'withdraw-lesson',
  says: { en: 'Withdraw a lesson', fr: 'Dépublier un enseignement' },
  about: 'Takes a lesson back, published or not, with reasons: others no longer find it. It can be written anew.',
  data: z.strictObject({ lesson: ThingId, reasons: Prose }),
  example: { lesson: 'known-places', reasons: 'The second cycle showed otherwise.' },
  refuses: ['project-not-running', 'lesson-unknown'],

  decide({ stage, lessons }, { data }) {
    const standing = lessons[data.lesson];
    if (!isRunning(stage) && stage !== 'ended') return refuse('project-not-running', { stage });
    if (!standing || standing === 'withdrawn') return refuse('lesson-unknown', { lesson: data.lesson });
    return LessonWithdrawn(data);
  },
});
