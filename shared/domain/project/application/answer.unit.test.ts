import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { theProcess, type World } from '../../kernel/testing/given-when-then.ts';
import { addToDay } from '../../kernel/time.ts';
import { processView } from '../../process/process-view.ts';
import { programme } from '../../programme/programme.ts';
import { incomplete, pieceOf } from '../../testing/application-stories.ts';
import { draftApplication, submitted } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { answerDay, answerDaySetBy, awaitedSupplement } from './answer.ts';
import { SilenceRecorded } from './application.ts';
import { SupplementAnswered, SupplementClosed, SupplementMissed, SupplementRequested } from './intake.ts';
import { PieceAttached } from './pieces.ts';
import { recordSilence } from './record-silence.ts';

const dayIn = (world: World) => answerDay(world.state(project), world.state(programme, 'programme-breakthrough'));
const noon = (day: string) => `${day}T11:00:00Z`;
const later = (day: string, days: number) => addToDay(day, `P${days}D`);
const asking = (supplement: number, dueOn: string) => SupplementRequested({ supplement, pieces: ['accounts'], information: [], dueOn });

/** Received on 1 March 2027: without a suspension, silence is a refusal after 1 May. */
const RECEIVED = '2027-03-01';
const WITHOUT = '2027-05-01';

describe('the two months for an answer', () => {
  it('are suspended while pieces are awaited: from the request on 5 March to its last day, 20 March', () =>
    expect(dayIn(incomplete)).toBe('2027-05-16'));

  it('run on from the day on which the pieces came', () => {
    const answered = incomplete
      .at(noon('2027-03-09'))
      .and(PieceAttached({ ...pieceOf('accounts'), supplement: 1 }), SupplementAnswered({ supplement: 1 }));
    expect(dayIn(answered)).toBe('2027-05-05');
  });

  it('run on when the request is ended, and at the end of the time given whether or not that is recorded', () => {
    const end = (day: string) => incomplete.at(noon(day));
    expect(dayIn(end('2027-03-10').and(SupplementClosed({ supplement: 1, reasons: 'Found.' })))).toBe('2027-05-06');
    expect(dayIn(end('2027-03-21').and(SupplementMissed({ supplement: 1 })))).toBe('2027-05-16');
    expect(dayIn(end('2027-04-10').and(SupplementAnswered({ supplement: 1 })))).toBe('2027-05-16');
  });

  it('are not lengthened by a request that is made when they are over', () => {
    expect(dayIn(submitted.at(noon('2027-05-02')).and(SilenceRecorded({}), asking(1, '2027-05-17')))).toBe(WITHOUT);
    expect(dayIn(submitted.at(noon('2027-05-01')).and(asking(1, '2027-05-16')))).toBe('2027-05-16');
  });

  it('begin with receipt', () => expect(dayIn(draftApplication)).toBeUndefined());

  const spans = fc.array(
    fc.record({ wait: fc.integer({ min: 0, max: 9 }), given: fc.integer({ min: 0, max: 20 }), used: fc.integer({ min: 0, max: 25 }) }),
    {
      maxLength: 4,
    },
  );

  it('are longer by exactly the days for which pieces were awaited, and never by more than was given for them', () =>
    fc.assert(
      fc.property(spans, (asked) => {
        let [day, awaited, world] = [RECEIVED, 0, submitted];
        for (const [index, { wait, given, used }] of asked.entries()) {
          const from = later(day, wait);
          if (from > later(WITHOUT, awaited)) break; // The time is over: nothing is left to suspend.
          world = world.at(noon(from)).and(asking(index + 1, later(from, given)));
          expect(dayIn(world)).toBe(later(WITHOUT, awaited + given));
          day = later(from, used);
          awaited += Math.min(given, used);
          world = world.at(noon(day)).and(SupplementAnswered({ supplement: index + 1 }));
          expect(dayIn(world)).toBe(later(WITHOUT, awaited));
        }
      }),
    ));

  it('leave the authority, after each suspension, as many days as it had before it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 15 }), (wait, used) => {
        const from = later(RECEIVED, wait);
        const back = later(from, used);
        const world = submitted
          .at(noon(from))
          .and(asking(1, later(from, 15)))
          .at(noon(back))
          .and(SupplementAnswered({ supplement: 1 }));
        const left = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
        expect(left(back, dayIn(world)!)).toBe(left(from, WITHOUT));
      }),
    ));
});

describe('silence', () => {
  const answer = async (world: World) =>
    (await processView('project', 'repair', world.load)).obligations.find(({ kind }) => kind === 'answer-before-silence');

  it('is not recorded while the time is suspended, and is at its new date', async () => {
    await incomplete.at('2027-05-01T22:00:00Z').when(recordSilence, theProcess, {}).refuses('time-to-answer-not-over', { lastDay: '2027-05-16' });
    await incomplete.at('2027-05-16T21:59:59Z').when(recordSilence, theProcess, {}).refuses('time-to-answer-not-over');
    await incomplete.at('2027-05-16T22:00:00Z').when(recordSilence, theProcess, {}).decides(SilenceRecorded({}));
  });

  it('is due under the decision that last moved its date, with reminders anew', async () => {
    expect(await answer(incomplete)).toMatchObject({ id: 'answer-before-silence:project-repair@4', due: '2027-05-16T22:00:00Z' });
    const answered = incomplete.at(noon('2027-03-09')).and(SupplementAnswered({ supplement: 1 }));
    expect(await answer(answered)).toMatchObject({ id: 'answer-before-silence:project-repair@5', due: '2027-05-05T22:00:00Z' });
    expect((await answer(answered))?.steps.map(({ at }) => at.slice(0, 10))).toEqual(['2027-04-04', '2027-04-19', '2027-04-27', '2027-05-05']);
  });

  it('of a file in which nothing was moved is due under its receipt', () => {
    expect(answerDaySetBy(submitted.state(project))?.id).toBe('project-repair@3');
    expect(answerDaySetBy(draftApplication.state(project))).toBeUndefined();
  });

  it('does not end the wait for pieces', () =>
    expect(awaitedSupplement(incomplete.at('2027-05-16T22:00:00Z').and(SilenceRecorded({})).state(project))?.supplement).toBe(1));
});
