import { addToDay } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { workflowIdOf } from './client/index.ts';
import { record, recordingOf } from './replays/histories.ts';
import { quiet } from './testing/quiet.ts';
import type { Happening } from './testing/region.ts';
import { days, PROJECT, sixYears } from './testing/six-years.ts';
import { type Done, type SkippingRegion, skippingRegion } from './testing/skipping.ts';
import { type KillableWorker, stepsInAnotherProcess } from './testing/worker-outside.ts';

const { postgresUrl, temporalTestServerPath } = inject('servers');

describe.skipIf(!temporalTestServerPath)('a project that lives six years, whose worker is killed before a step that it was asked for', () => {
  let years: SkippingRegion<KillableWorker>;
  let done: readonly Done[];
  let past: readonly Happening[];

  beforeAll(async () => {
    quiet();
    years = await skippingRegion(postgresUrl, temporalTestServerPath!, stepsInAnotherProcess);
    years.worker.killAt(12, 'before-step');
    await sixYears(years);
    done = (await years.doneByProcess()).filter(({ stream }) => stream === PROJECT);
    past = await years.region.history(PROJECT);
    const folder = recordingOf('six-years');
    if (folder) await record(years.teller.client, years.region.tenant, [PROJECT], folder);
  }, 300_000);
  afterAll(() => years?.end());

  const about = (kind: string) => done.filter(({ data }) => data.kind === kind).map(({ type, day }) => [type, day]);
  const dayOfType = (type: string) => past.filter((one) => one.type === type).map(({ at }) => years.dayOf(at));
  const later = (day: number, span: string): number => years.dayOf(addToDay(years.day(day), span));

  it('is refused, appeals, and goes on: no time to appeal runs out, and the time for an answer begins anew', () => {
    const course = past.map(({ type }) => type).filter((type) => /declared|appeal|outcome-corrected|silence|application-selected/.test(type));
    expect(course).toEqual(['declared-ineligible', 'appeal-lodged', 'appeal-decided', 'outcome-corrected', 'application-selected']);
    expect(about('answer-before-silence')).toEqual([['obligation-reminded', later(days.corrected, 'P2M') - 30]]);
    expect(about('decide-appeal')).toEqual([]);
    expect(about('appeal-window')).toEqual([]);
  });

  it('stands still while it is suspended: nothing is asked but that it be resumed', () => {
    const meanwhile = done.filter(({ day }) => day >= days.suspended && day < days.resumed);
    expect(meanwhile.map(({ type, data: { kind }, day }) => [type, kind, day])).toEqual([
      ['obligation-reminded', 'resume-or-terminate', days.suspended + 180 - 30],
    ]);
  });

  it('has an SRL review opened by the cadence of each phase, later by a suspension and sooner after a return', () => {
    const [concept, pilot, returned, again, last] = dayOfType('phase-entered') as [number, number, number, number, number];
    const [first, , , , , before] = dayOfType('srl-review-concluded') as number[];
    expect(dayOfType('srl-review-opened')).toEqual([
      later(concept, 'P6M'),
      later(first!, 'P6M'),
      later(pilot, 'P6M') + days.resumed - days.suspended,
      later(returned, 'P3M'),
      later(again, 'P6M'),
      later(last, 'P12M'),
      later(before!, 'P12M'),
    ]);
  });

  it('has its final report asked for once it closes', () => {
    const due = later(days.closing, 'P6M');
    const reminders = [30, 15, 3].map((before) => due - before).filter((day) => day <= days.ended);
    expect(about('final-report')).toEqual(reminders.map((day) => ['obligation-reminded', day]));
  });

  it('has every step taken on its day and once, none refused, and none left over', async () => {
    expect(done.length).toBeGreaterThan(25);
    const steps = done.map(({ type, data }) => `${type} ${JSON.stringify(data)}`);
    expect(steps.filter((step, index) => steps.indexOf(step) !== index)).toEqual([]);
    expect(Math.max(...done.map(({ late }) => late))).toBeLessThan(60_000);
    expect(years.refusals).toEqual([]);
    expect(await years.overdue()).toEqual([]);
    expect(years.worker.killed()).toBe(1);
  });

  it('leaves no workflow of its own behind', async () => {
    const thing = { tenant: years.region.tenant, stream: PROJECT };
    for (const name of ['projectJourney', 'srlReviews'] as const) {
      const { status } = await years.teller.client.workflow.getHandle(workflowIdOf(name, thing)).describe();
      expect([name, status.name]).toEqual([name, 'COMPLETED']);
    }
  });
});
