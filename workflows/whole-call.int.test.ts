import { addToDay } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { record, recordingOf } from './replays/histories.ts';
import { quiet } from './testing/quiet.ts';
import { type Done, type SkippingRegion, skippingRegion } from './testing/skipping.ts';
import { CALL, groups, late, SITTING, wholeCall } from './testing/whole-call.ts';
import { type KillableWorker, stepsInAnotherProcess } from './testing/worker-outside.ts';

const { postgresUrl, temporalTestServerPath } = inject('servers');
const of = (number: number): string => `project-application-${number}`;

describe.skipIf(!temporalTestServerPath)(
  'a call with forty applications, whose worker is killed after one of forty steps was recorded and before it was heard of',
  () => {
    let years: SkippingRegion<KillableWorker>;
    let done: readonly Done[];

    beforeAll(async () => {
      quiet();
      years = await skippingRegion(postgresUrl, temporalTestServerPath!, stepsInAnotherProcess);
      years.worker.killAt(20, 'after-step');
      await wholeCall(years);
      done = await years.doneByProcess();
      const folder = recordingOf('whole-call');
      const kept = [groups.forgotten, groups.promoted[0], groups.declined, late[0], ...groups.ineligible].map(of);
      if (folder) await record(years.teller.client, years.region.tenant, [CALL, SITTING, ...kept], folder);
    }, 300_000);
    afterAll(() => years?.end());

    /** How often the process did something of a type, and about an obligation of a kind, on which day. */
    const daysOf = (type: string, kind?: string): Record<number, number> => {
      const counts: Record<number, number> = {};
      for (const one of done) if (one.type === type && (kind === undefined || one.data.kind === kind)) counts[one.day] = (counts[one.day] ?? 0) + 1;
      return counts;
    };
    const streamsOf = (type: string) => done.filter((one) => one.type === type).map(({ stream }) => stream);
    /** The day on which something counts as over that lasts so long from a day, counted from the beginning. */
    const after = (day: number, span: string): number => years.dayOf(addToDay(years.day(day), span)) + 1;

    it('opens and closes on its days, and has its selection and its results asked for', () => {
      const onCall = done.filter(({ stream }) => stream === CALL).map(({ type, day }) => [type, day]);
      expect(onCall).toEqual([
        ['call-opened', 10],
        ['call-closed', 61],
        ['obligation-reminded', 80],
        ['obligation-reminded', 95],
        ['award-returned', 160],
      ]);
    });

    it('has those who prepare a sitting reminded before it and told that it was not held, until it is given up', () => {
      expect(done.filter(({ stream }) => stream === SITTING).map(({ type, day }) => [type, day])).toEqual([
        ['obligation-reminded', 75],
        ['obligation-reminded', 87],
        ['obligation-escalated', 91],
        ['obligation-escalated', 98],
      ]);
    });

    it('has the receipt of each application acknowledged when the day for it is over, once', () => {
      expect(daysOf('receipt-acknowledged')).toEqual({ 13: 1, 42: 39 });
      expect(new Set(streamsOf('receipt-acknowledged')).size).toBe(40);
    });

    it('has the pieces that never came recorded as missing, and the examination of that file reminded and escalated', () => {
      expect(daysOf('obligation-reminded', 'answer-supplement')).toEqual({ 25: 1 });
      expect(done.filter(({ type }) => type === 'supplement-missed').map(({ stream, day }) => [stream, day])).toEqual([[of(groups.forgotten), 29]]);
      for (const kind of ['check-completeness', 'assess-eligibility']) {
        expect(daysOf('obligation-reminded', kind)).toEqual({ 41: 1 });
        expect(daysOf('obligation-escalated', kind)).toEqual({ 45: 1, 52: 1 });
      }
    });

    it('has those who review late reminded before the last day and escalated after it, and nobody else', () => {
      expect(daysOf('obligation-reminded', 'review')).toEqual({ 73: late.length, 85: late.length });
      expect(daysOf('obligation-escalated', 'review')).toEqual({ 89: late.length });
      const nudged = new Set(done.filter(({ data }) => data.kind === 'review').map(({ stream }) => stream));
      expect([...nudged].toSorted()).toEqual(late.map(of).toSorted());
    });

    it('has silence recorded of whoever got no answer in two months, later by as long as pieces were awaited, and of nobody else', () => {
      const inReserve = groups.reserve.filter((number) => number !== groups.promoted[0]);
      const silent = new Set(done.filter(({ type }) => type === 'silence-recorded').map(({ stream, day }) => `${stream} ${day}`));
      const forgotten = `${of(groups.forgotten)} ${after(11, 'P2M') + 15}`;
      expect(silent).toEqual(new Set([forgotten, ...inReserve.map((number) => `${of(number)} ${after(40, 'P2M')}`)]));
      expect(streamsOf('silence-recorded')).toHaveLength(silent.size);
      const warned = [30, 15, 7].map((before) => [after(40, 'P2M') - 1 - before, 37] as const);
      expect(daysOf('obligation-reminded', 'answer-before-silence')).toMatchObject(Object.fromEntries(warned));
    });

    it('has the time to appeal run out two months after each refusal was notified, after an appeal in vain anew from its answer', () => {
      const [, appealed] = groups.ineligible;
      const notified = new Map([
        [groups.ineligible[0], 50],
        [appealed, 80],
        [groups.forgotten, 94],
        [groups.declined, 97],
        ...groups.notSelected.map((number) => [number, 96] as const),
      ]);
      const closed = done.filter(({ type }) => type === 'appeal-window-closed').map(({ stream, day }) => `${stream} ${day}`);
      // Neither the day of the notification nor the last one counts.
      expect(closed.toSorted()).toEqual([...notified].map(([number, day]) => `${of(number)} ${after(day, 'P2M') + 1}`).toSorted());
    });

    it('has the agreement lapse of whoever was promoted and never signed, and their money come back for the next', async () => {
      const [lapsed, next] = groups.promoted;
      expect(daysOf('obligation-reminded', 'sign-agreement')).toEqual({ 129: 1, 144: 1, 156: 1 });
      expect(done.filter(({ type }) => type === 'agreement-lapsed').map(({ stream, day }) => [stream, day])).toEqual([[of(lapsed), 160]]);
      const call = await years.region.history(CALL);
      const promoted = call.filter(({ type }) => type === 'promoted-from-reserve').map(({ data }) => data.application);
      expect(promoted).toEqual([`application-${lapsed}`, `application-${next}`]);
    });

    it('has every step taken on its day and once, none refused, and none left over', async () => {
      expect(Math.max(...done.map(({ late }) => late))).toBeLessThan(60_000);
      const steps = done.map(({ stream, type, data }) => `${stream} ${type} ${JSON.stringify(data)}`);
      expect(steps.filter((step, index) => steps.indexOf(step) !== index)).toEqual([]);
      expect(years.refusals).toEqual([]);
      expect(await years.overdue()).toEqual([]);
      expect(years.worker.killed()).toBe(1);
    });
  },
);
