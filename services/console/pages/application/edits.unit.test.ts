import { describe, expect, it } from 'vitest';
import { changedElsewhere, leftAfter, nothingTyped, restedOn, withPart } from './edits.ts';

const recorded = { title: 'Archives', budget: [{ item: 'wood', cents: 100 }] };
const reordered = { budget: [{ cents: 100, item: 'wood' }], title: 'Archives' };
const typed = withPart(nothingTyped, 'budget', [{ item: 'wood', cents: 250 }], recorded);

describe('what is typed over an application', () => {
  it('is not told to be changed elsewhere because the log gives its fields in another order', () => {
    expect(changedElsewhere(typed, reordered)).toEqual([]);
  });

  it('is told to be changed elsewhere where another hand recorded something else, and not where it recorded the same', () => {
    expect(changedElsewhere(typed, { ...recorded, budget: [{ item: 'wood', cents: 300 }] })).toEqual(['budget']);
    expect(changedElsewhere(typed, { ...recorded, budget: [{ cents: 250, item: 'wood' }] })).toEqual([]);
  });

  it('goes on against the content as it is now, once one has seen it', () => {
    const theirs = { ...recorded, budget: [{ item: 'wood', cents: 300 }] };
    expect(changedElsewhere(restedOn(typed, theirs), theirs)).toEqual([]);
  });

  it('is no longer kept once it was recorded, and is kept where more was typed meanwhile', () => {
    expect(leftAfter(typed, { budget: [{ cents: 250, item: 'wood' }] }).parts).toEqual({});
    const since = withPart(typed, 'budget', [{ item: 'wood', cents: 260 }], recorded);
    expect(leftAfter(since, { budget: [{ item: 'wood', cents: 250 }] }).parts).toEqual({ budget: [{ item: 'wood', cents: 260 }] });
  });
});
