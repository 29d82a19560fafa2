import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { inConcept, inPilot, signed, submitted } from '../../testing/stories.ts';
import { HypothesisFormulated } from '../experiment/experiment.ts';
import { formulateHypothesis } from '../experiment/formulate-hypothesis.ts';
import { GateDecided } from '../phases/phases.ts';
import { LessonContent, LessonPublished, LessonRecorded, LessonWithdrawn } from './lessons.ts';
import { publishLesson } from './publish-lesson.ts';
import { recordLesson } from './record-lesson.ts';
import { withdrawLesson } from './withdraw-lesson.ts';

const hanna = by('hanna');
const content = LessonContent.parse(recordLesson.example);
const { lesson } = content;
const withdrawal = { lesson, reasons: 'The second cycle showed otherwise.' };
const recorded = inConcept.and(LessonRecorded({ ...content, phase: 'concept' }));
const published = recorded.and(LessonPublished({ lesson, to: 'programme' }));
const withdrawn = published.and(LessonWithdrawn(withdrawal));

describe('record-lesson', () => {
  it('writes down what was learned, with the phase that it comes from', async () => {
    await inConcept.when(recordLesson, hanna, content).decides(LessonRecorded({ ...content, phase: 'concept' }));
    await inPilot.when(recordLesson, hanna, content).decides(LessonRecorded({ ...content, phase: 'pilot' }));
  });

  it('can name the hypothesis that it comes from', async () => {
    const from = { protocol: formulateHypothesis.example.protocol, hypothesis: formulateHypothesis.example.hypothesis };
    const of = { ...content, hypothesis: from };
    await inConcept.when(recordLesson, hanna, of).refuses('hypothesis-unknown', { hypotheses: ['neighbours-come'] });
    const formulated = inConcept.and(HypothesisFormulated(formulateHypothesis.example));
    await formulated.when(recordLesson, hanna, of).decides(LessonRecorded({ ...of, phase: 'concept' }));
    const other = { ...content, hypothesis: { ...from, hypothesis: 'other' } };
    await formulated.when(recordLesson, hanna, other).refuses('hypothesis-unknown', { hypotheses: ['other'] });
  });

  it('can be written anew until it is published, and after it was withdrawn', async () => {
    await recorded.when(recordLesson, hanna, content).decides(LessonRecorded({ ...content, phase: 'concept' }));
    await published.when(recordLesson, hanna, content).refuses('lesson-published', { lesson });
    await withdrawn.when(recordLesson, hanna, content).decides(LessonRecorded({ ...content, phase: 'concept' }));
  });

  it('is for projects that run, also while they close', async () => {
    await signed.when(recordLesson, hanna, content).refuses('project-not-running', { stage: 'agreement' });
    const leaving = inPilot.and(GateDecided({ outcome: 'exit-with-shared-results', from: 'pilot', reasons: 'Enough.', conditions: [] }));
    await leaving.when(recordLesson, hanna, content).decides(LessonRecorded({ ...content, phase: 'pilot' }));
  });

  it('says by which words and for whom it can be found', () => {
    const accepts = (changed: object) => recordLesson.data.safeParse({ ...content, ...changed }).success;
    expect([accepts({ tags: [] }), accepts({ for: [] }), accepts({})]).toEqual([false, false, true]);
  });
});

describe('publish-lesson', () => {
  it.each(['programme', 'public'] as const)('lets the %s find it', (to) =>
    recorded.when(publishLesson, hanna, { lesson, to }).decides(LessonPublished({ lesson, to })),
  );
  it('concerns a lesson that stands', async () => {
    await inConcept.when(publishLesson, hanna, { lesson, to: 'public' }).refuses('lesson-unknown', { lesson });
    await withdrawn.when(publishLesson, hanna, { lesson, to: 'public' }).refuses('lesson-unknown', { lesson });
  });
  it('is done once', () => published.when(publishLesson, hanna, { lesson, to: 'public' }).refuses('lesson-published', { lesson }));
  it('is for projects that run', () => submitted.when(publishLesson, hanna, { lesson, to: 'public' }).refuses('project-not-running'));
});

describe('withdraw-lesson', () => {
  it('takes it back, published or not', async () => {
    await published.when(withdrawLesson, hanna, withdrawal).decides(LessonWithdrawn(withdrawal));
    await recorded.when(withdrawLesson, hanna, withdrawal).decides(LessonWithdrawn(withdrawal));
  });
  it('concerns a lesson that stands', async () => {
    await inConcept.when(withdrawLesson, hanna, withdrawal).refuses('lesson-unknown', { lesson });
    await withdrawn.when(withdrawLesson, hanna, withdrawal).refuses('lesson-unknown', { lesson });
  });
  it('is for projects that run', () => submitted.when(withdrawLesson, hanna, withdrawal).refuses('project-not-running'));
});
