import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Agenda } from './agenda.ts';
import type { Due } from './contract.ts';

const HOUR = 3_600_000;
const begins = Date.parse('2027-01-04T09:00:00Z');
const at = (hour: number): string => new Date(begins + hour * HOUR).toISOString();

/** A milestone with steps at so many hours after the beginning. */
const milestone = (id: string, ...hours: readonly number[]): Due => ({
  id,
  kind: 'report-milestone',
  due: at(hours.at(-1) ?? 0),
  steps: hours.map((hour, index) => ({ at: at(hour), command: 'remind', data: { obligation: id, step: index + 1 } })),
});

interface Attempt {
  readonly hour: number;
  readonly id: string;
  readonly step: unknown;
}

/** Lives through so many hours with a log that records the steps that `accepts` lets through; answers every attempt. */
function live(dues: readonly Due[], hours: number, accepts: (id: string, step: number) => boolean): readonly Attempt[] {
  const agenda = new Agenda();
  const attempts: Attempt[] = [];
  let left = dues;
  let version = 1;
  agenda.update(version, left);
  for (let now = begins; ; ) {
    const next = agenda.earliest(['report-milestone'], now);
    if (!next || Math.max(next.at, now) > begins + hours * HOUR) return attempts;
    now = Math.max(next.at, now);
    const { obligation: id, step } = next.act;
    attempts.push({ hour: (now - begins) / HOUR, id, step: step.data.step });
    if (accepts(id, Number(step.data.step))) {
      // A step taken stands for the ones before it.
      left = left.map((due) => (due.id === id ? { ...due, steps: due.steps.slice(due.steps.indexOf(step) + 1) } : due));
      version += 1;
      agenda.update(version, left);
    } else {
      agenda.park(next.act, 'not-now', now);
    }
  }
}

const plans = fc.uniqueArray(
  fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.uniqueArray(fc.integer({ min: -50, max: 200 }), { minLength: 1, maxLength: 4 })),
  {
    selector: ([id]) => id,
    minLength: 1,
  },
);
const asDues = (plan: readonly [string, readonly number[]][]): Due[] => plan.map(([id, hours]) => milestone(id, ...hours.toSorted((a, b) => a - b)));

describe('what a workflow does next', () => {
  it('waits for the date of the earliest step, of the kinds that it keeps', () => {
    const agenda = new Agenda();
    agenda.update(1, [milestone('late', 9), milestone('early', 5), { ...milestone('other', 1), kind: 'review' }]);
    expect(agenda.earliest(['report-milestone'], begins)).toMatchObject({ at: begins + 5 * HOUR, act: { obligation: 'early' } });
  });

  it('takes every step on its date when none is refused', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const taken = live(asDues(plan), 300, () => true);
        const expected = plan.flatMap(([id, hours]) => {
          const overdue = hours.filter((hour) => hour <= 0);
          const newest = overdue.length > 0 ? [{ id, hour: 0 }] : [];
          return [...newest, ...hours.filter((hour) => hour > 0).map((hour) => ({ id, hour }))];
        });
        const inOrder = (all: readonly { id: string; hour: number }[]) => all.map(({ id, hour }) => `${id} ${hour}`).toSorted();
        expect(inOrder(taken)).toEqual(inOrder(expected));
      }),
    );
  });

  it('never takes a step before its date', () => {
    fc.assert(
      fc.property(plans, fc.func(fc.boolean()), (plan, accepts) => {
        const dates = new Map(
          asDues(plan).flatMap(({ id, steps }) => steps.map((step) => [`${id} ${step.data.step}`, (Date.parse(step.at) - begins) / HOUR])),
        );
        for (const { hour, id, step } of live(asDues(plan), 100, accepts)) expect(hour).toBeGreaterThanOrEqual(dates.get(`${id} ${step}`)!);
      }),
    );
  });

  it('lets an hour pass before it tries a refused step again, unless something was recorded', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const attempts = live(asDues(plan), 60, () => false);
        for (const [index, one] of attempts.entries()) {
          const before = attempts.slice(0, index).findLast(({ id, step }) => id === one.id && step === one.step);
          if (before) expect(one.hour - before.hour).toBe(1);
        }
      }),
    );
  });

  it('does not let one obligation that is refused for ever keep the others from their dates', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const others = (attempts: readonly Attempt[]) => attempts.filter(({ id }) => id !== 'a');
        expect(others(live(asDues(plan), 60, (id) => id !== 'a'))).toEqual(others(live(asDues(plan.filter(([id]) => id !== 'a')), 60, () => true)));
      }),
    );
  });
});
