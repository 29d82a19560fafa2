import { describe, expect, it } from 'vitest';
import { beginning, departsFromAvis, type Gate, inputOf, isWhole, outcomes, whyNot } from './gate.ts';

const open: Gate = {
  from: 'concept',
  to: 'pilot',
  earlier: [],
  needed: { reached: 4, consolidated: 3 },
  review: { review: 1, at: '2028-01-01T00:00:00Z', reached: 4, consolidated: 3 },
  reaches: true,
  evidence: [{ kind: 'srl-review', there: true }],
  avisRequired: false,
  conditionDays: 90,
};
const { review: _, ...unreviewed } = open;
const against: Gate = { ...open, avis: { at: '', sitting: 'may', avis: 'unfavourable', reservations: [] } };
const possible = (gate: Gate) => outcomes.filter((outcome) => whyNot(gate, outcome) === undefined);

describe('how a gate can end', () => {
  it('goes on only with the level, the review and the evidence', () => {
    expect(whyNot(open, 'passage')).toBeUndefined();
    expect(whyNot(unreviewed, 'passage')).toBe('review');
    expect(whyNot({ ...open, reaches: false }, 'conditional')).toBe('level');
    expect(whyNot({ ...open, evidence: [{ kind: 'reports', there: false }] }, 'passage')).toBe('evidence');
  });

  it('stays, pauses or ends without them, and goes back only where there is a phase before', () => {
    expect(possible({ ...unreviewed, reaches: false })).toEqual(['consolidation', 'pause', 'exit-with-shared-results']);
    expect(whyNot({ ...open, earlier: ['concept'] }, 'return')).toBeUndefined();
  });

  it('waits for the committee where the policy says so', () => expect(possible({ ...open, avisRequired: true })).toEqual([]));
});

describe('a gate as it is typed', () => {
  it('needs reasons, a condition where it is under conditions, and the phase of a return', () => {
    expect(isWhole({ outcome: 'passage', conditions: [] }, open)).toBe(false);
    expect(isWhole({ outcome: 'passage', conditions: [], reasons: 'Ready.' }, open)).toBe(true);
    expect(isWhole({ outcome: 'conditional', conditions: [{ text: ' ' }], reasons: 'Nearly.' }, open)).toBe(false);
    expect(isWhole({ outcome: 'return', conditions: [], reasons: 'Back.' }, { ...open, from: 'pilot', earlier: ['concept'] })).toBe(false);
  });

  it('needs reasons of its own to depart from the committee’s opinion', () => {
    expect(departsFromAvis(against, 'pause')).toBe(false);
    expect(isWhole({ outcome: 'passage', conditions: [], reasons: 'Ready.' }, against)).toBe(false);
    const said = { outcome: 'passage', conditions: [], reasons: 'Ready.', departs: 'It had not seen the new lease.' } as const;
    expect(isWhole(said, against)).toBe(true);
    expect(inputOf(against)(said)).toEqual({ outcome: 'passage', reasons: 'Ready.', departsFromAvis: 'It had not seen the new lease.' });
  });

  it('takes over the committee’s reservations as conditions, and sends them only where it is under conditions', () => {
    const reserved: Gate = {
      ...open,
      avis: { at: '', sitting: 'may', avis: 'with-reservations', reservations: [{ reservation: 'a', text: 'Sign.' }] },
    };
    const draft = { ...beginning(reserved), reasons: 'Nearly.' };
    const dated = { ...draft, conditions: [...draft.conditions, { text: 'Hire.', dueOn: '2028-06-30' }, { text: '' }] };
    expect(inputOf(reserved)({ ...dated, outcome: 'conditional' })).toEqual({
      outcome: 'conditional',
      reasons: 'Nearly.',
      conditions: ['Sign.', { text: 'Hire.', dueOn: '2028-06-30' }],
    });
    expect(inputOf(reserved)({ ...dated, outcome: 'pause' })).toEqual({ outcome: 'pause', reasons: 'Nearly.' });
  });
});
