import { describe, expect, it } from 'vitest';
import { call } from '../call/call.ts';
import type { Entry } from '../call/scoring.ts';
import { CallClosed } from '../call/stage.ts';
import { defaultPolicy, marks } from '../testing/samples.ts';
import { draftedCall, openCall, publishedCall } from '../testing/stories.ts';
import { effectOnCall } from './effect-on-call.ts';
import { Policy } from './policy.ts';
import { programme } from './programme.ts';

const CALL = 'call-spring';
const closed = openCall.at('2027-03-12T23:00:00Z').andOn(CALL, CallClosed({}));
const entry = (number: number, requested: number, ...reviews: Entry['reviews']): Entry => ({ application: `a${number}`, number, requested, reviews });

const effect = (world: typeof openCall, after: object, entries: readonly Entry[] = []) =>
  effectOnCall(
    { call: world.state(call, CALL), programme: world.state(programme, 'programme-breakthrough'), entries },
    defaultPolicy,
    Policy.parse(after),
  );

describe('another policy in a call that takes applications', () => {
  it('changes nothing where it says the same', () =>
    expect(effect(openCall, { envelopeReserve: 0 })).toEqual({ dates: [], places: [], unmarked: [] }));

  it.each([
    ['drafted', draftedCall],
    ['published', publishedCall],
    ['open', openCall],
  ])('moves what falls due on an application of the last day, in a call that is %s', (_, world) => {
    const { dates, places } = effect(world, { days: { ...defaultPolicy.days, silence: 'P3M' } });
    expect(places).toEqual([]);
    expect(dates.map(({ kind, before, after }) => [kind, before?.due, after?.due])).toEqual([
      ['answer-before-silence', '2027-05-12T22:00:00Z', '2027-06-12T22:00:00Z'],
    ]);
  });

  it('shows reminders of the selection that would move, with the day itself where it was', () => {
    const { dates } = effect(openCall, { reminders: [10], escalations: [1] });
    const selection = dates.find(({ kind }) => kind === 'conclude-selection');
    expect(selection?.before).toMatchObject({ due: '2027-05-28T22:00:00Z' });
    expect(selection?.after).toEqual({
      due: '2027-05-28T22:00:00Z',
      steps: [
        { at: '2027-05-17T22:00:00Z', command: 'remind' },
        { at: '2027-05-28T22:00:00Z', command: 'escalate' },
      ],
    });
  });
});

describe('another policy in a call that is closed', () => {
  const strong = entry(1, 1_000_000, marks(4));
  const cooperative = entry(2, 1_000_000, marks(3, { cooperation: 5, novelty: 5 }));
  const weak = entry(3, 1_000_000, marks(2));

  it('changes nothing where it ranks the same', () =>
    expect(effect(closed, { reminders: [1] }, [strong, cooperative, weak])).toEqual({ dates: [], places: [], unmarked: [] }));

  it('lets somebody in, with the rank and total that they would have', () =>
    expect(effect(closed, { thresholds: { total: 40, blockPercent: 30 }, rubric: withoutFloors }, [strong, cooperative, weak]).places).toEqual([
      { application: 'a3', before: { outcome: 'not-selected', total: 40 }, after: { outcome: 'selected', total: 40, rank: 3 } },
    ]));

  it('lets nobody in whom the committee’s opinion keeps out', () => {
    const opposed = { ...weak, unfavourable: true };
    expect(effect(closed, { thresholds: { total: 40, blockPercent: 30 }, rubric: withoutFloors }, [strong, opposed]).places).toEqual([]);
  });

  it('turns an order round, best first under the other policy', () => {
    const only = [{ criterion: 'cooperation', block: 'breakthrough', points: 100 }] as const;
    const { places, unmarked } = effect(closed, { rubric: [...only], tieBreak: [] }, [strong, cooperative]);
    expect(places.map(({ application, after }) => [application, after.rank, after.total])).toEqual([
      ['a2', 1, 100],
      ['a1', 2, 80],
    ]);
    expect(unmarked).toEqual([]);
  });

  it('says which of its criteria somebody did not mark', () => {
    const rubric = [
      ...defaultPolicy.rubric,
      { criterion: 'charm', block: 'capacity', points: 5 },
      { criterion: 'reach', block: 'capacity', points: 5 },
    ];
    const charming = entry(1, 1_000_000, [...marks(4), { criterion: 'charm', mark: 5 }], marks(4));
    const all = entry(2, 1_000_000, [...marks(4), { criterion: 'charm', mark: 5 }]);
    expect(effect(closed, { rubric }, [charming, all]).unmarked).toEqual(['charm', 'reach']);
    expect(effect(closed, { rubric }, [all]).unmarked).toEqual(['reach']);
    expect(effect(closed, { rubric }, []).unmarked).toEqual([]);
  });

  it('concerns a call already decided on in the same way: it shows, and changes nothing', () => {
    const concluded = { ...closed.state(call, CALL), stage: 'concluded' as const };
    const { places } = effectOnCall(
      { call: concluded, programme: closed.state(programme, 'programme-breakthrough'), entries: [strong] },
      defaultPolicy,
      Policy.parse({ thresholds: { total: 90, blockPercent: 50 } }),
    );
    expect(places).toEqual([
      { application: 'a1', before: { outcome: 'selected', total: 80, rank: 1 }, after: { outcome: 'not-selected', total: 80 } },
    ]);
  });
});

const withoutFloors = defaultPolicy.rubric.map(({ floor: _, ...criterion }) => criterion);
