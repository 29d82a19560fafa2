import { isDescribable, isPhase, isRunning, Phase, streamKind } from '@jalon/domain';
import {
  facet,
  LessonContent,
  LessonPublished,
  LessonRecorded,
  LessonWithdrawn,
  NeedKind,
  NeedMet,
  NeedStated,
  NeedWithdrawn,
  SupportOffered,
  SupportRecorded,
  ValueReview,
  ValueReviewed,
} from '@jalon/domain/decisions';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import type { Reads } from '../reads.ts';
import { aProject } from '../seeable.ts';
import { toldDecisions } from './told-decisions.ts';

const Need = z.strictObject({
  need: z.string(),
  kind: NeedKind,
  detail: z.string(),
  statedAt: z.string(),
  ended: z.strictObject({ how: z.enum(['met', 'withdrawn']), at: z.string(), words: z.string() }).optional(),
});
const Offer = z.strictObject({
  offer: z.string(),
  kind: NeedKind,
  detail: z.string(),
  need: z.string().optional(),
  phase: Phase.optional(),
  offeredAt: z.string(),
});
const Given = z.strictObject({
  kind: NeedKind,
  givenOn: z.string(),
  hours: z.number(),
  detail: z.string(),
  phase: Phase,
  need: z.string().optional(),
});
const Lesson = LessonContent.extend({
  phase: Phase,
  recordedAt: z.string(),
  standing: z.enum(['recorded', 'published', 'withdrawn']),
  to: z.enum(['programme', 'public']).optional(),
});
const ValueTold = ValueReview.extend({ phase: Phase, at: z.string() });
const Substance = z.strictObject({
  project: z.string(),
  version: z.int().min(1),
  can: z
    .strictObject({ stateNeed: z.boolean(), meetNeed: z.boolean(), recordLesson: z.boolean(), reviewValue: z.boolean() })
    .describe('What you may do now.'),
  needs: z.array(Need),
  offers: z.array(Offer),
  given: z.array(Given),
  lessons: z.array(Lesson).describe('For whoever holds the project those that are not published too.'),
  value: z.array(ValueTold).describe('Value reviews, oldest first.'),
});
type Need = z.output<typeof Need>;
type Lesson = z.output<typeof Lesson>;

const ended = (all: Needs, need: string, how: 'met' | 'withdrawn', at: string, words: string): Needs => {
  const known = all[need];
  return known ? { ...all, [need]: { ...known, ended: { how, at, words } } } : all;
};
type Needs = Readonly<Record<string, Need>>;
type Lessons = Readonly<Record<string, Lesson>>;

const needs = facet({} as Needs, [NeedStated, NeedMet, NeedWithdrawn], {
  'need-stated': (all, { need, kind, detail }, { at }) => ({ ...all, [need]: { need, kind, detail, statedAt: at } }),
  'need-met': (all, { need, how }, { at }) => ended(all, need, 'met', at, how),
  'need-withdrawn': (all, { need, reasons }, { at }) => ended(all, need, 'withdrawn', at, reasons),
});
const offers = facet([] as readonly z.output<typeof Offer>[], [SupportOffered], {
  'support-offered': (all, offered, { at }) => [...all, { ...offered, offeredAt: at }],
});
/** What support cost, and who gave it, are not of this page. */
const given = facet([] as readonly z.output<typeof Given>[], [SupportRecorded], {
  'support-recorded': (all, { kind, givenOn, hours, detail, phase, need }) => [
    ...all,
    { kind, givenOn, hours, detail, phase, ...(need !== undefined && { need }) },
  ],
});
const lessons = facet({} as Lessons, [LessonRecorded, LessonPublished, LessonWithdrawn], {
  'lesson-recorded': (all, said, { at }) => ({ ...all, [said.lesson]: { ...said, recordedAt: at, standing: 'recorded' } }),
  'lesson-published': (all, { lesson, to }) => {
    const known = all[lesson];
    return known ? { ...all, [lesson]: { ...known, standing: 'published', to } } : all;
  },
  'lesson-withdrawn': (all, { lesson }) => {
    const known = all[lesson];
    return known ? { ...all, [lesson]: { ...known, standing: 'withdrawn' } } : all;
  },
});
const value = facet([] as readonly z.output<typeof ValueTold>[], [ValueReviewed], {
  'value-reviewed': (all, found, { at }) => [...all, { ...found, at }],
});
const story = streamKind('project', { needs, offers, given, lessons, value });

/** What a project needs, was given, learned, and how it is paid for the value that it produces. */
export function supportReads({ app, seeing, log }: Reads): void {
  app.get(
    '/v1/projects/:id/support',
    {
      schema: {
        operationId: 'projects.support',
        tags: ['projects'],
        summary: 'Needs, offers and support given; lessons; value reviews',
        params: z.object({ id: z.string() }),
        response: { 200: Substance },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const account = accountOf(request);
      const { state, version, allows } = await seeing.open(account, aProject, id);
      const told = await toldDecisions(log, account.tenant, id, story);
      const mine = state.application.holder === account.actor.id;
      const running = isRunning(state.stage);
      return reply.header('etag', `"${version}"`).send({
        project: id,
        version,
        can: {
          stateNeed: isDescribable(state.stage) && allows('state-need'),
          meetNeed: running && allows('meet-need'),
          recordLesson: running && allows('record-lesson'),
          reviewValue: isPhase(state.stage) && allows('review-value'),
        },
        needs: Object.values(told.needs),
        offers: [...told.offers],
        given: [...told.given],
        lessons: Object.values(told.lessons).filter(({ standing }) => mine || standing === 'published'),
        value: [...told.value],
      });
    },
  );
}
