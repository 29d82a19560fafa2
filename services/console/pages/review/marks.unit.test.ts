import { Policy } from '@jalon/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLacking, inputOf, type ReviewDraft, reckon, type TypedMarks } from './marks.ts';

const { rubric, thresholds } = Policy.parse({});
const by = { rubric, thresholds };
const everywhere = (mark: number): TypedMarks => Object.fromEntries(rubric.map(({ criterion }) => [criterion, { mark, reason: 'Seen on site.' }]));
const whole: ReviewDraft = { marks: everywhere(4), opinion: 'favourable', comment: 'Sound.' };

describe('the running total', () => {
  it('is the points that full marks bring, and nothing before a mark is given', () => {
    expect(reckon(everywhere(5), by).total).toBe(100);
    expect(reckon({}, by)).toMatchObject({ total: 0, marked: 0, shortfalls: [] });
  });

  it('counts half points by the weight of their criterion', () =>
    expect(reckon({ cooperation: { mark: 2.5 }, team: { mark: 0.5 } }, by)).toMatchObject({ total: 6.4, marked: 2 }));

  it('says what lacks to the thresholds only once everything is marked', () => {
    const low: TypedMarks = { ...everywhere(3), cooperation: { mark: 2, reason: 'Alone.' } };
    expect(reckon(low, by).shortfalls.map(({ code, of }) => [code, of])).toEqual([
      ['total', undefined],
      ['floor', 'cooperation'],
    ]);
    const { team: _, ...without } = low;
    expect(reckon(without, by).shortfalls).toEqual([]);
  });

  it('is the sum of its blocks, whatever the marks', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: rubric.length, maxLength: rubric.length }), (halves) => {
        const marks = Object.fromEntries(rubric.map(({ criterion }, at) => [criterion, { mark: halves[at]! / 2 }]));
        const { total, blocks } = reckon(marks, by);
        expect(blocks.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(total);
      }),
    ));
});

describe('a review that is written', () => {
  it('lacks nothing once every criterion has its mark and reason, and the opinion and the comment are there', () =>
    expect(firstLacking(whole, rubric)).toBeUndefined());

  it('is led to the first thing that it lacks', () => {
    expect(firstLacking({ marks: {} }, rubric)).toBe('combination');
    expect(firstLacking({ ...whole, marks: { ...whole.marks, novelty: { mark: 3, reason: ' ' } } }, rubric)).toBe('novelty');
    expect(firstLacking({ ...whole, opinion: undefined }, rubric)).toBe('opinion');
    expect(firstLacking({ ...whole, comment: ' ' }, rubric)).toBe('comment');
  });

  it('sends marks only where there are some', () =>
    expect(inputOf({ marks: { team: { reason: 'Not sure yet.' }, budget: { mark: 0, reason: 'None.' } } }).marks).toEqual([
      { criterion: 'budget', mark: 0, reason: 'None.' },
    ]));
});
