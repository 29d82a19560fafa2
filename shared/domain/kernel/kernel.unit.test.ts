import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decision, UnknownDecision } from './decision.ts';
import { facet } from './facet.ts';
import { partOf, splitByWeights } from './money.ts';
import { grant, holds, revoke } from './role.ts';
import { parseStream, streamKind, streamOf } from './stream-kind.ts';
import { addToDay, Day, Duration, dayOf, endOfDay, isBefore, laterOf, Pace, pacedZone, startOfDay, TimeZone } from './time.ts';

describe('money', () => {
  const weights = fc.array(fc.nat({ max: 1_000_000_000 }), { minLength: 1, maxLength: 12 });
  const cents = fc.integer({ min: 0, max: 1e13 });

  it('that is split adds up to the cent, whatever the weights', () =>
    fc.assert(
      fc.property(cents, weights, (amount, by) => {
        const parts = splitByWeights(amount, by);
        const whole = by.some((weight) => weight > 0) ? amount : 0;
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
      }),
    ));

  it('gives each part its proportion, to less than a cent', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), weights, (amount, by) => {
        const sum = by.reduce((all, weight) => all + weight, 0);
        fc.pre(sum > 0);
        for (const [index, part] of splitByWeights(amount, by).entries()) expect(Math.abs(part - (amount * by[index]!) / sum)).toBeLessThan(1);
      }),
    ));

  it('gives the cents left over to the largest remainders, ties to the earlier part', () => {
    expect(splitByWeights(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitByWeights(10, [6, 3, 2])).toEqual([5, 3, 2]);
    expect(partOf(199, 9_500)).toBe(189);
    expect(splitByWeights(3, [1, 5, 1, 1])).toEqual([1, 2, 0, 0]);
    expect(splitByWeights(2, [3, 3, 3, 3])).toEqual([1, 1, 0, 0]);
  });

  it('goes to nobody where no part weighs anything', () => {
    expect(splitByWeights(100, [0, 0])).toEqual([0, 0]);
    expect(splitByWeights(100, [])).toEqual([]);
  });
});

describe('time', () => {
  it('counts days in the programme’s time zone, also when the clocks change', () => {
    expect(dayOf('2027-03-12T23:30:00Z', 'Europe/Paris')).toBe('2027-03-13');
    expect(endOfDay('2027-03-27', 'Europe/Paris')).toBe('2027-03-27T23:00:00Z');
    expect(endOfDay('2027-03-28', 'Europe/Paris')).toBe('2027-03-28T22:00:00Z');
    expect(startOfDay('2027-10-31', 'Europe/Paris')).toBe('2027-10-30T22:00:00Z');
    expect(startOfDay('2027-01-01', 'Indian/Reunion')).toBe('2026-12-31T20:00:00Z');
  });

  it('ends a month of months on its last day', () => {
    expect(addToDay('2027-12-31', 'P2M')).toBe('2028-02-29');
    expect(addToDay('2027-03-31', '-P1M')).toBe('2027-02-28');
  });

  it('compares instants with and without fractions', () => {
    expect(laterOf('2027-01-01T00:00:00Z', '2027-01-01T00:00:00.001Z')).toBe('2027-01-01T00:00:00.001Z');
    expect(isBefore('2027-01-01T00:00:00.000001Z', '2027-01-01T00:00:00.000002Z')).toBe(true);
    expect(isBefore('2027-01-01T00:00:00.000002Z', '2027-01-01T00:00:00.000001Z')).toBe(false);
    expect(isBefore('2027-01-01T00:00:00Z', '2027-01-01T00:00:00.000Z')).toBe(false);
    expect(isBefore('2027-01-01T00:00:01Z', '2027-01-01T00:00:00.5Z')).toBe(false);
    expect(() => isBefore('soon', '2027-01-01T00:00:00Z')).toThrow();
  });

  it.each(['P0D', 'P', 'PT1H', 'P-1D', '-P1D', 'P1.5M', 'P99999Y'])('does not take %s for a duration of whole days', (wrong) =>
    expect(Duration.safeParse(wrong).success).toBe(false),
  );

  it.each(['P6M', 'P15D', 'P1Y6M', 'P10D', 'P2W'])('takes %s for one', (right) => expect(Duration.safeParse(right).success).toBe(true));

  it.each(['0027-03-01', '2027-02-30', '9999-12-31', '1 March 2027'])('does not take %s for a day', (wrong) =>
    expect(Day.safeParse(wrong).success).toBe(false),
  );
});

describe('a day that was asked for before', () => {
  it('is told again in its own zone, up to its last instant and from its first', () => {
    const ask = (instant: string, zone = 'Europe/Paris') => dayOf(instant, zone);
    expect(ask('2027-06-01T10:00:00Z')).toBe('2027-06-01');
    expect(ask('2027-06-01T21:59:59.999Z')).toBe('2027-06-01');
    expect(ask('2027-06-01T22:00:00Z')).toBe('2027-06-02');
    expect(ask('2027-06-01T22:00:00Z', 'Indian/Reunion')).toBe('2027-06-02');
    expect(ask('2027-06-01T19:59:59Z', 'Indian/Reunion')).toBe('2027-06-01');
    expect(ask('2027-05-31T22:00:00Z')).toBe('2027-06-01');
    expect(ask('2027-05-31T21:59:59Z')).toBe('2027-05-31');
  });

  it('is the same after ten thousand others', () => {
    const first = addToDay('2027-01-31', 'P1M');
    for (let days = 1; days <= 10_001; days += 1) addToDay('1990-01-01', `P${days}D`);
    expect([addToDay('2027-01-31', 'P1M'), addToDay('1990-01-01', 'P1D')]).toEqual([first, '1990-01-02']);
  });

  it.each([
    ['Europe/Paris', true],
    ['America/Martinique', true],
    ['Europe/Nulle-Part', false],
  ])('is counted in a zone that the runtime knows: %s', (zone, known) => expect(TimeZone.safeParse(zone).success).toBe(known));
});

describe('roles', () => {
  it('are granted and taken from one person, and nobody else', () => {
    const granted = grant(grant(grant({}, 'ana', 'reviewer'), 'ana', 'auditor'), 'bob', 'reviewer');
    expect(granted).toEqual({ ana: ['reviewer', 'auditor'], bob: ['reviewer'] });
    expect(revoke(granted, 'ana', 'reviewer')).toEqual({ ana: ['auditor'], bob: ['reviewer'] });
    expect(revoke({}, 'ana', 'reviewer')).toEqual({ ana: [] });
    expect([holds(granted, 'bob', 'reviewer'), holds(granted, 'bob', 'auditor'), holds(granted, 'toString', 'reviewer')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('time at a pace of its own', () => {
  const from = '2027-03-01T09:30:00Z';
  const zone = pacedZone('Europe/Paris', from, 'PT1M');

  it('begins on the day that it was, and has a day a minute from then on', () => {
    expect(dayOf(from, zone)).toBe('2027-03-01');
    expect(dayOf('2027-03-01T09:30:59.999Z', zone)).toBe('2027-03-01');
    expect(dayOf('2027-03-01T09:31:00Z', zone)).toBe('2027-03-02');
    expect(dayOf('2027-03-01T10:30:00Z', zone)).toBe('2027-04-30');
    expect(startOfDay('2027-03-31', zone)).toBe('2027-03-01T10:00:00Z');
    expect(endOfDay('2027-03-31', zone)).toBe('2027-03-01T10:01:00Z');
    expect(startOfDay('2027-02-28', zone)).toBe('2027-03-01T09:29:00Z');
  });

  it('begins on the day of its place, also near midnight', () =>
    expect(dayOf('2027-03-01T23:30:00Z', pacedZone('Europe/Paris', '2027-03-01T23:30:00Z', 'PT5S'))).toBe('2027-03-02'));

  it('has each day between its beginning and its end', () =>
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000 }), fc.integer({ min: 5, max: 43_200 }), (seconds, lasts) => {
        const paced = pacedZone('Europe/Paris', from, `PT${lasts}S`);
        const at = new Date(Date.parse(from) + seconds * 1000).toISOString();
        const day = dayOf(at, paced);
        expect(Date.parse(startOfDay(day, paced))).toBeLessThanOrEqual(Date.parse(at));
        expect(Date.parse(endOfDay(day, paced))).toBeGreaterThan(Date.parse(at));
      }),
    ));

  it.each(['PT4S', 'PT13H', 'P1D', 'one minute'])('is not %s a day', (wrong) => expect(Pace.safeParse(wrong).success).toBe(false));
  it.each(['PT5S', 'PT1M', 'PT12H'])('can be %s a day', (right) => expect(Pace.safeParse(right).success).toBe(true));
});

describe('a stream', () => {
  const Counted = decision('counted', 2, z.strictObject({ by: z.int() }), { 1: (older: { readonly amount: number }) => ({ by: older.amount }) });
  const counter = streamKind('counter', { total: facet(0, [Counted], { counted: (total, { by }) => total + by }) });
  const happened = { at: '2027-01-01T00:00:00Z', by: { kind: 'person', id: 'ana' }, id: 'd1' } as const;

  it('raises the shape of an old decision as it is read', () => {
    const state = counter.evolve({ total: 1 }, { type: 'counted', version: 1, data: { amount: 4 } }, happened);
    expect(counter.evolve(state, Counted({ by: 2 }), happened)).toEqual({ total: 7 });
  });

  it.each([
    ['a newer shape', { type: 'counted', version: 3, data: {} }],
    ['a type that this process does not know', { type: 'invented', version: 1, data: {} }],
  ])('stops at %s', (_, stored) => expect(() => counter.evolve(counter.initial, stored, happened)).toThrow(UnknownDecision));

  it('says which type or shape it does not know, and that trying again does not help', () => {
    const stopped = (type: string, version: number) => {
      try {
        counter.evolve(counter.initial, { type, version, data: {} }, happened);
      } catch (error) {
        return error;
      }
      return undefined;
    };
    expect(stopped('counted', 3)).toMatchObject({ code: 'unknown-decision', retryable: false });
    expect(String(stopped('counted', 3))).toMatch(/"counted" in shape 3, .* up to 2/);
    expect(String(stopped('invented', 1))).toContain('a decision of type "invented"');
  });

  it('cannot raise a shape for which nobody wrote how', () => {
    const Raised = decision('raised', 3, z.strictObject({}), { 1: () => ({}) });
    const kind = streamKind('raising', { all: facet(0, [Raised], { raised: (count) => count + 1 }) });
    expect(() => kind.evolve(kind.initial, { type: 'raised', version: 1, data: {} }, happened)).toThrow('no upcaster from shape 2 to 3');
  });

  it('can lose what a facet held', () => {
    const Opened = decision('opened', 1, z.strictObject({}));
    const Closed = decision('closed', 1, z.strictObject({}));
    const open = facet(undefined as true | undefined, [Opened, Closed], { opened: () => true, closed: () => undefined });
    const door = streamKind('door', { open });
    const opened = door.evolve(door.initial, Opened({}), happened);
    expect(opened).toEqual({ open: true });
    expect(door.evolve(opened, Closed({}), happened)).toEqual({ open: undefined });
    expect(open.evolve(true, Counted({ by: 2 }), happened)).toBe(true);
  });

  it('is named by its kind and the id of its thing', () => {
    expect(parseStream(streamOf('project', 'repair-shop'))).toEqual({ kind: 'project', id: 'repair-shop' });
    for (const wrong of ['project-', '-repair', 'project', '']) expect(() => parseStream(wrong)).toThrow('not the name of a stream');
    expect(parseStream('a-b')).toEqual({ kind: 'a', id: 'b' });
  });
});
