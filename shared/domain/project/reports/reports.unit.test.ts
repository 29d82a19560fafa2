import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Obligation } from '../../kernel/obligation.ts';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { addToDay } from '../../kernel/time.ts';
import { processView } from '../../process/process-view.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { inConcept, inPilot, signed, submitted } from '../../testing/stories.ts';
import { GateDecided, PhaseEntered } from '../phases/phases.ts';
import { project } from '../project.ts';
import { acceptReport } from './accept-report.ts';
import { correctReport } from './correct-report.ts';
import { ReportAccepted, ReportCorrected, ReportReturned, ReportSubmitted } from './reports.ts';
import { returnReport } from './return-report.ts';
import { submitReport } from './submit-report.ts';

const administrator = by('administrator');
const hanna = by('hanna');
const content = { activity: 'Three workshops.', indicators: [{ indicator: 'workshops', value: 3 }], attachments: [] };
const first = { ...content, report: 1, from: '2027-06-07', upTo: '2027-12-06' };
const inDecember = inConcept.at('2027-12-07T10:00:00Z');
const handedIn = inDecember.and(ReportSubmitted(first));
const reasons = 'Dates are missing.';
const returned = handedIn.at('2027-12-20T10:00:00Z').and(ReportReturned({ report: 1, reasons }));
const accepted = handedIn.and(ReportAccepted({ report: 1 }));
const leaving = (world: World) =>
  world.and(GateDecided({ outcome: 'exit-with-shared-results', from: 'concept', reasons: 'Enough.', conditions: [] }));

async function reportsDue(world: World): Promise<string[]> {
  const { obligations } = await processView('project', 'repair', world.load);
  const who = ({ for: owed }: Obligation) => ('person' in owed ? owed.person : 'role' in owed ? owed.role : owed.funder);
  return obligations
    .filter(({ kind }) => kind === 'submit-report' || kind === 'assess-report')
    .map((obligation) => `${obligation.kind} ${who(obligation)} ${obligation.due.slice(0, 10)}`);
}

describe('submit-report', () => {
  it('covers from the first phase on', () =>
    inDecember.when(submitReport, hanna, { ...content, upTo: '2027-12-06' }).decides(ReportSubmitted(first)));

  it('covers from the day after the last report on, whatever became of it', async () => {
    const second = { ...content, report: 2, from: '2027-12-07', upTo: '2028-01-31' };
    for (const world of [handedIn, returned, accepted]) {
      await world
        .at('2028-02-01T10:00:00Z')
        .when(submitReport, hanna, { ...content, upTo: '2028-01-31' })
        .decides(ReportSubmitted(second));
    }
  });

  it('ends between its first day and today', async () => {
    const upTo = (day: string) => inDecember.when(submitReport, hanna, { ...content, upTo: day });
    await upTo('2027-06-06').refuses('report-period-wrong', { from: '2027-06-07', upTo: '2027-06-06', today: '2027-12-07' });
    await upTo('2027-06-07').decides(ReportSubmitted({ ...first, upTo: '2027-06-07' }));
    await upTo('2027-12-07').decides(ReportSubmitted({ ...first, upTo: '2027-12-07' }));
    await upTo('2027-12-08').refuses('report-period-wrong');
  });

  it('is for projects that run, also while they close', async () => {
    await submitted.when(submitReport, hanna, { ...content, upTo: '2027-03-01' }).refuses('project-not-running', { stage: 'submitted' });
    await signed.when(submitReport, hanna, { ...content, upTo: '2027-06-01' }).refuses('project-not-running');
    await leaving(inDecember)
      .when(submitReport, hanna, { ...content, upTo: '2027-12-06' })
      .decides(ReportSubmitted(first));
  });

  it('covers every day once, however the periods are cut', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 });
    return fc.assert(
      fc.asyncProperty(lengths, async (all) => {
        let world = inConcept.at('2029-12-31T10:00:00Z');
        let next = '2027-06-07';
        for (const days of all) {
          const upTo = addToDay(next, `P${days}D`);
          world = await world.when(submitReport, hanna, { ...content, upTo }).after();
          const { decision } = world.past.at(-1)!;
          expect(ReportSubmitted.data.parse(decision.data)).toMatchObject({ from: next, upTo });
          next = addToDay(upTo, 'P1D');
        }
        expect(world.state(project).reports.last?.report).toBe(all.length);
      }),
      { numRuns: 25 },
    );
  });
});

describe('correct-report', () => {
  const correction = { ...content, report: 1, activity: 'Three workshops, on 1, 8 and 15 October.' };
  it('hands in again what was returned', () => returned.when(correctReport, hanna, correction).decides(ReportCorrected(correction)));
  it('concerns a report that was returned', async () => {
    await handedIn.when(correctReport, hanna, correction).refuses('report-not-returned', { report: 1 });
    await accepted.when(correctReport, hanna, correction).refuses('report-not-returned');
    await returned.and(ReportCorrected(correction)).when(correctReport, hanna, correction).refuses('report-not-returned');
    await returned.when(correctReport, hanna, { ...correction, report: 2 }).refuses('report-not-returned', { report: 2 });
  });
  it('is for projects that run', () => submitted.when(correctReport, hanna, correction).refuses('project-not-running'));
});

describe.each([
  { command: acceptReport, data: { report: 1 }, decision: ReportAccepted({ report: 1 }) },
  { command: returnReport, data: { report: 1, reasons }, decision: ReportReturned({ report: 1, reasons }) },
])('$command.name', ({ command, data, decision }) => {
  it('answers a report', () => handedIn.when(command, administrator, data).decides(decision));
  it('answers one that was corrected', () =>
    returned
      .and(ReportCorrected({ ...content, report: 1 }))
      .when(command, administrator, data)
      .decides(decision));
  it('answers each report once', async () => {
    await accepted.when(command, administrator, data).refuses('report-not-submitted', { report: 1 });
    await returned.when(command, administrator, data).refuses('report-not-submitted');
    await inDecember.when(command, administrator, data).refuses('report-not-submitted');
  });
  it('is not for the holder', () => handedIn.when(command, hanna, data).refuses('not-by-the-holder'));
  it('is for projects that run', () => submitted.when(command, administrator, data).refuses('project-not-running'));
});

describe('what is due', () => {
  it('is a report within 30 days of each period of six months', async () => {
    expect(await reportsDue(signed)).toEqual([]);
    expect(await reportsDue(inConcept)).toEqual(['submit-report hanna 2028-01-05']);
  });

  it('counts from the day up to which the last report reaches, not from the day on which it came', async () => {
    const late = inConcept.at('2028-02-01T10:00:00Z').and(ReportSubmitted(first), ReportAccepted({ report: 1 }));
    expect(await reportsDue(accepted)).toEqual(['submit-report hanna 2028-07-06']);
    expect(await reportsDue(late)).toEqual(['submit-report hanna 2028-07-06']);
  });

  it('is on a working day where the programme has a calendar', async () => {
    const policy = Policy.parse({ calendar: 'FR', reports: { submission: 26, assessment: 30, correction: 15 } });
    const french = signed.andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-06-02', policy }));
    // 1 January 2028 is a holiday and a Saturday.
    const begun = french.at('2027-06-07T10:00:00Z').and(PhaseEntered({ phase: 'concept', by: 'signature' }));
    expect(await reportsDue(begun)).toEqual(['submit-report hanna 2028-01-03']);
  });

  it('does not move when another phase begins', async () => {
    expect(await reportsDue(inPilot)).toEqual(['submit-report hanna 2028-01-05']);
  });

  it('is an answer within 30 days', async () => {
    expect(await reportsDue(handedIn)).toEqual(['submit-report hanna 2028-07-06', 'assess-report administrator 2028-01-06']);
  });

  it('is a correction within 15 days of the return, then an answer again', async () => {
    expect(await reportsDue(returned)).toEqual(['submit-report hanna 2028-07-06', 'submit-report hanna 2028-01-04']);
    const corrected = returned.at('2028-01-03T10:00:00Z').and(ReportCorrected({ ...content, report: 1 }));
    expect(await reportsDue(corrected)).toEqual(['submit-report hanna 2028-07-06', 'assess-report administrator 2028-02-02']);
  });

  it('is no further report once the project closes, though what is under way goes on', async () => {
    expect(await reportsDue(leaving(returned))).toEqual(['submit-report hanna 2028-01-04']);
    expect(await reportsDue(leaving(accepted))).toEqual([]);
  });
});
