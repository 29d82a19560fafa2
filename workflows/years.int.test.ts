import { addToDay, dayOf } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { roster, workflowIdOf } from './client/index.ts';
import { record, recordingOf } from './replays/histories.ts';
import { CALL, fourYears, PROJECT } from './testing/four-years.ts';
import { quiet } from './testing/quiet.ts';
import type { Happening } from './testing/region.ts';
import { type SkippingRegion, skippingRegion } from './testing/skipping.ts';

const { postgresUrl, temporalTestServerPath } = inject('servers');

/** The day in the programme's time zone. */
const dayIn = ({ at }: Happening): string => dayOf(at, 'Europe/Paris');
const ofType = (type: string) => (happening: Happening) => happening.type === type;
const about = (kind: string) => (happening: Happening) => happening.data.kind === kind;

describe.skipIf(!temporalTestServerPath)('a project that lives four years', () => {
  let years: SkippingRegion;
  let past: readonly Happening[];
  const days = (type: string) => past.filter(ofType(type)).map(dayIn);

  beforeAll(async () => {
    quiet();
    years = await skippingRegion(postgresUrl, temporalTestServerPath!);
    await fourYears(years);
    past = await years.region.history(PROJECT);
    const folder = recordingOf('four-years');
    if (folder) await record(years.teller.client, years.region.tenant, [CALL, PROJECT], folder);
  }, 300_000);
  afterAll(() => years?.end());

  it('applies to a call that opened and closed by itself on its days', async () => {
    const call = await years.region.doneByProcess(CALL);
    expect(call.filter(({ type }) => type.startsWith('call-')).map((happening) => [happening.type, dayIn(happening)])).toEqual([
      ['call-opened', years.day(10)],
      ['call-closed', years.day(61)],
    ]);
  });

  it('has its late reviewer reminded before the last day and escalated after it, until the review is in', () => {
    const nudges = past.filter(about('review')).map((happening) => [happening.type, dayIn(happening)]);
    expect(nudges).toEqual([
      ['obligation-reminded', years.day(45)],
      ['obligation-reminded', years.day(57)],
      ['obligation-escalated', years.day(61)],
      ['obligation-escalated', years.day(68)],
    ]);
  });

  it('has an SRL review opened each half year of a phase, counted from the entry or the last review', () => {
    const [enteredConcept, enteredPilot, returned, again] = days('phase-entered');
    const [concluded] = days('srl-review-concluded');
    const [missed] = days('srl-review-missed');
    expect(days('srl-review-opened')).toEqual([
      addToDay(enteredConcept!, 'P6M'),
      addToDay(concluded!, 'P6M'),
      addToDay(missed!, 'P6M'),
      addToDay(enteredPilot!, 'P6M'),
      addToDay(returned!, 'P3M'),
      addToDay(again!, 'P6M'),
    ]);
  });

  it('has the review that nobody held reminded, escalated, and recorded as missed when the next one would be due', () => {
    const opened = past.filter(ofType('srl-review-opened'))[1]!;
    const dueOn = String(opened.data.dueOn);
    const after = past.slice(past.indexOf(opened) + 1, past.findIndex(ofType('srl-review-missed')) + 1);
    expect(after.map((happening) => [happening.type, dayIn(happening)])).toEqual([
      ['obligation-reminded', addToDay(dueOn, '-P15D')],
      ['obligation-reminded', addToDay(dueOn, '-P3D')],
      ['obligation-escalated', addToDay(dueOn, 'P1D')],
      ['obligation-escalated', addToDay(dueOn, 'P8D')],
      ['srl-review-missed', addToDay(String(opened.data.lapsesOn), 'P1D')],
    ]);
  });

  it('has the chair reminded of the gate, and nobody reminded of what was done in time', () => {
    expect(past.filter(about('decide-gate')).map(({ type }) => type)).toEqual(['obligation-reminded']);
    expect(past.filter(about('sign-agreement'))).toEqual([
      expect.objectContaining({ type: 'obligation-reminded', data: expect.objectContaining({ step: 1 }) }),
    ]);
    expect(past.filter(about('enter-phase'))).toEqual([]);
  });

  it('has every step taken on its day, and none refused', async () => {
    const taken = await years.region.fresh.log.readLog(years.region.tenant, { after: 0, limit: 10_000 });
    const late = taken
      .filter(({ actor }) => actor.kind === 'process')
      .map(({ occurredAt, recordedAt }) => Date.parse(recordedAt) - Date.parse(occurredAt));
    expect(late.length).toBeGreaterThan(20);
    expect(Math.max(...late)).toBeLessThan(60_000);
    expect(years.refusals).toEqual([]);
  });

  it('leaves no workflow behind when it has ended; its call still has results to publish', async () => {
    const lives = roster
      .filter(({ kind }) => kind !== 'sitting')
      .map(async ({ name, kind }) => {
        const thing = { tenant: years.region.tenant, stream: kind === 'call' ? CALL : PROJECT };
        const { status } = await years.teller.client.workflow.getHandle(workflowIdOf(name, thing)).describe();
        return [name, status.name];
      });
    expect(Object.fromEntries(await Promise.all(lives))).toEqual({ projectJourney: 'COMPLETED', srlReviews: 'COMPLETED', callLifecycle: 'RUNNING' });
  });
});
