import { describe, expect, it } from 'vitest';
import { type AssessmentDraft, beginning, figuresSoFar, foundBefore, inputOf, unfinished } from './assessment.ts';

const draft: AssessmentDraft = {
  claimed: 3,
  levels: {
    1: { outcome: 'consolidated', evidence: 'Survey.' },
    2: { outcome: 'to-consolidate', evidence: ' ' },
    4: { outcome: 'consolidated', evidence: 'Typed before the claim was lowered.' },
  },
};
const found = (level: number, outcome: 'consolidated' | 'to-consolidate') => ({ level, outcome, evidence: 'Seen.' });

describe('an SRL assessment as it is typed', () => {
  it('lacks every level up to the claimed one that has no finding or no evidence', () => expect(unfinished(draft)).toEqual([2, 3]));

  it('has the figures that its findings so far lead to', () => expect(figuresSoFar(draft)).toEqual({ reached: 2, consolidated: 1 }));

  it('sends nothing beyond the claimed level', () =>
    expect(inputOf({ ...draft, claimed: 1 }).levels).toEqual([found(1, 'consolidated')].map((one) => ({ ...one, evidence: 'Survey.' }))));

  it('begins with what one found already, to be corrected', () => {
    const mine = { mine: true, claimed: 1, levels: [found(1, 'consolidated')] };
    const open = { assessments: [{ mine: false, claimed: 2, levels: [] }, mine] } as never;
    expect(beginning({ open })).toEqual({ claimed: 1, levels: { 1: { outcome: 'consolidated', evidence: 'Seen.' } } });
  });

  it('begins at the level that was claimed last, or at the first', () => {
    expect(beginning({ last: { review: 1, at: '', assessments: [{ mine: false, claimed: 5, levels: [] }] } })).toEqual({ claimed: 5, levels: {} });
    expect(beginning({})).toEqual({ claimed: 1, levels: {} });
  });

  it('is read beside what the review before agreed on, or found', () => {
    const assessments = [{ mine: false, claimed: 2, levels: [found(1, 'consolidated'), found(2, 'consolidated')] }];
    const last = { review: 1, at: '', assessments, agreed: { levels: [found(2, 'to-consolidate')] } };
    expect([1, 2, 3].map((level) => foundBefore({ last }, level)?.outcome)).toEqual(['consolidated', 'to-consolidate', undefined]);
  });
});
