import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { LessonPublished } from './lessons.ts';

export const publishLesson = projectCommand({
  name: 'publish-lesson',
  says: { en: 'Publish a lesson', fr: 'Publier un enseignement' },
  about: 'Lets others find a lesson: those who take part in the programme, or everybody.',
  data: z.strictObject({ lesson: ThingId, to: z.enum(['programme', 'public']) }),
  example: { lesson: 'known-places', to: 'programme' },
  refuses: ['project-not-running', 'lesson-unknown', 'lesson-published'],

  decide({ stage, lessons }, { data }) {
    const standing = lessons[data.lesson];
    if (!isRunning(stage)) return refuse('project-not-running', { stage });
    if (standing === 'published') return refuse('lesson-published', { lesson: data.lesson });
    if (standing !== 'recorded') return refuse('lesson-unknown', { lesson: data.lesson });
    return LessonPublished(data);
  },
});
