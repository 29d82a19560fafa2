import { facet, LessonPublished, LessonRecorded, LessonWithdrawn } from '@jalon/domain/decisions';
import type { DataOf } from './step.ts';

/** A lesson as it was written, and since when and for whom others find it. */
export type LessonTold = DataOf<typeof LessonRecorded> & {
  readonly published?: { readonly at: string; readonly to: DataOf<typeof LessonPublished>['to'] };
};

/** The lessons of a project that were not withdrawn, by their ids. */
export const lessonsStory = facet({} as Readonly<Record<string, LessonTold>>, [LessonRecorded, LessonPublished, LessonWithdrawn], {
  'lesson-recorded': (all, lesson) => ({ ...all, [lesson.lesson]: lesson }),
  'lesson-published': (all, { lesson, to }, { at }) => {
    const known = all[lesson];
    return known ? { ...all, [lesson]: { ...known, published: { at, to } } } : all;
  },
  'lesson-withdrawn': (all, { lesson }) => Object.fromEntries(Object.entries(all).filter(([id]) => id !== lesson)),
});
