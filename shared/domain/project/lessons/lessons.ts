import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { decision } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Prose, Title } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy.ts';

/** A lesson (enseignement) as its author writes it. */
export const LessonContent = z.strictObject({
  lesson: ThingId,
  /** What one organisation learned, or what several learned together. */
  scope: z.enum(['individual', 'collective']),
  title: Title,
  text: Prose,
  /** The hypothesis that it comes from. */
  hypothesis: z.strictObject({ protocol: ThingId, hypothesis: ThingId }).optional(),
  /** Words by which others find it. */
  tags: z.array(ThingId).min(1).max(20),
  /** Whom it can serve. */
  for: z
    .array(z.enum(['project-holders', 'public-authorities', 'funders', 'researchers', 'accompaniers', 'people-concerned']))
    .min(1)
    .max(6),
});

export const LessonRecorded = decision('lesson-recorded', 1, LessonContent.extend({ phase: Phase }));
/** From now on others find it: those who take part in the programme, or everybody. */
export const LessonPublished = decision('lesson-published', 1, z.strictObject({ lesson: ThingId, to: z.enum(['programme', 'public']) }));
export const LessonWithdrawn = decision('lesson-withdrawn', 1, z.strictObject({ lesson: ThingId, reasons: Prose }));

export type Lessons = Readonly<Record<string, 'recorded' | 'published' | 'withdrawn'>>;

/** The lessons of a project, and where each stands. What they say is in the decisions. */
export const lessons = facet({} as Lessons, [LessonRecorded, LessonPublished, LessonWithdrawn], {
  'lesson-recorded': (all, { lesson }) => ({ ...all, [lesson]: 'recorded' }),
  'lesson-published': (all, { lesson }) => ({ ...all, [lesson]: 'published' }),
  'lesson-withdrawn': (all, { lesson }) => ({ ...all, [lesson]: 'withdrawn' }),
});
