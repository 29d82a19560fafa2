import { describe, expect, it } from 'vitest';
import type { ObligationKind } from '../../kernel/obligation.ts';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { running } from '../../testing/agreement-stories.ts';
import { awarded, signed } from '../../testing/stories.ts';
import { MilestoneAgreed } from '../milestones/milestones.ts';
import { enterPhase } from '../phases/enter-phase.ts';
import { GateDecided } from '../phases/phases.ts';
import { project } from '../project.ts';
import { SrlReviewOpened } from '../srl/srl.ts';
import { AgreementExtended, AgreementResumed, AgreementSuspended, AgreementTerminated } from './agreement.ts';
import { resumeAgreement } from './resume-agreement.ts';
import { suspendAgreement } from './suspend-agreement.ts';

const administrator = by('administrator');
const reasons = 'The premises are closed.';
const milestone = MilestoneAgreed({ milestone: 'trials', title: 'Trials', expected: 'Observations.', dueOn: '2028-06-30' });
/** Suspended on 1 March 2028 while a milestone is due on 30 June. */
const before = running.and(milestone).at('2028-03-01T10:00:00Z');
const suspended = before.and(AgreementSuspended({ phase: 'concept', reasons }));
const resumed = suspended.at('2028-03-31T09:00:00Z').and(AgreementResumed({ phase: 'concept', reasons }));

const due = async (world: World) => (await processView('project', 'repair', world.load)).obligations;
async function the(kind: ObligationKind, world: World) {
  return (await due(world)).find((obligation) => obligation.kind === kind);
}

describe('suspend-agreement', () => {
  it('stops the phase', async () => {
    const asked = before.when(suspendAgreement, administrator, { reasons });
    await asked.decides(AgreementSuspended({ phase: 'concept', reasons }));
    expect((await asked.after()).state(project).stage).toBe('suspended');
  });

  it('can name its last day, from today on', async () => {
    const until = (day: string) => before.when(suspendAgreement, administrator, { reasons, until: day });
    await until('2028-03-01').decides(AgreementSuspended({ phase: 'concept', reasons, until: '2028-03-01' }));
    await until('2028-02-29').refuses('suspension-ends-in-the-past', { until: '2028-02-29' });
  });

  it('is for a phase', async () => {
    await signed.when(suspendAgreement, administrator, { reasons }).refuses('not-in-a-phase', { stage: 'agreement' });
    await suspended.when(suspendAgreement, administrator, { reasons }).refuses('not-in-a-phase', { stage: 'suspended' });
  });

  it('needs an agreement', () => {
    const without = awarded.and(running.past.at(-1)!.decision);
    return without.when(suspendAgreement, administrator, { reasons }).refuses('agreement-not-in-force', { stage: 'concept' });
  });

  it('lets no phase be entered', () => {
    const passed = GateDecided({ outcome: 'passage', from: 'concept', to: 'pilot', conditions: [], reasons });
    const stopped = running.and(passed, AgreementSuspended({ phase: 'concept', reasons }));
    return stopped.when(enterPhase, administrator, { phase: 'pilot' }).refuses('phase-not-cleared');
  });
});

describe('resume-agreement', () => {
  it('takes the project back to its phase', async () => {
    const asked = suspended.when(resumeAgreement, administrator, { reasons });
    await asked.decides(AgreementResumed({ phase: 'concept', reasons }));
    const { stage, agreement } = (await asked.after()).state(project);
    expect(stage).toBe('concept');
    expect(agreement?.suspended).toBeUndefined();
    expect(agreement?.suspensions).toHaveLength(1);
  });

  it('ends a suspension', async () => {
    await running.when(resumeAgreement, administrator, { reasons }).refuses('agreement-not-suspended', { stage: 'concept' });
    const ended = suspended.and(AgreementTerminated({ cause: 'common-accord', reasons, plan: [], returned: [] }));
    await ended.when(resumeAgreement, administrator, { reasons }).refuses('agreement-not-suspended', { stage: 'closing' });
  });
});

describe('what is due while an agreement is suspended', () => {
  it('is its resumption or termination, by the policy’s day, the publication of its grant, and nothing of the phase', async () => {
    expect((await due(suspended)).map(({ kind }) => kind)).toEqual(['resume-or-terminate', 'publish-grant']);
    expect(await the('resume-or-terminate', suspended)).toMatchObject({ for: { role: 'administrator' }, due: '2028-08-28T22:00:00Z' });
  });

  it('follows the policy', async () => {
    const policy = Policy.parse({ award: { suspension: 10 } });
    const quick = before.andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy }));
    expect(await the('resume-or-terminate', quick.and(AgreementSuspended({ phase: 'concept', reasons })))).toMatchObject({
      due: '2028-03-11T23:00:00Z',
    });
  });

  it('is by the day that was named, where one was', async () => {
    const named = before.and(AgreementSuspended({ phase: 'concept', reasons, until: '2028-05-31' }));
    expect(await the('resume-or-terminate', named)).toMatchObject({ due: '2028-05-31T22:00:00Z' });
  });
});

describe('after a suspension', () => {
  it('what was due is later by the days that it lasted, under a new name, and reminded of anew', async () => {
    const earlier = await the('report-milestone', before);
    const later = await the('report-milestone', resumed);
    expect(earlier).toMatchObject({ due: '2028-06-30T22:00:00Z' });
    expect(later).toMatchObject({ due: '2028-07-30T22:00:00Z' });
    expect(later?.id).not.toBe(earlier?.id);
    expect(later?.steps.map(({ at, command }) => `${at.slice(0, 10)} ${command}`)).toEqual([
      '2028-06-29 remind',
      '2028-07-14 remind',
      '2028-07-26 remind',
      '2028-07-30 escalate',
      '2028-08-06 escalate',
    ]);
  });

  it('a review that was open lapses later as well', async () => {
    const opened = SrlReviewOpened({ review: 1, phase: 'concept', dueOn: '2028-03-20', lapsesOn: '2028-04-20' });
    const open = running.at('2028-02-20T10:00:00Z').and(opened);
    const after = open
      .at('2028-03-01T10:00:00Z')
      .and(AgreementSuspended({ phase: 'concept', reasons }))
      .at('2028-03-11T10:00:00Z')
      .and(AgreementResumed({ phase: 'concept', reasons }));
    const review = await the('conclude-srl-review', after);
    expect(review?.due).toBe('2028-03-30T22:00:00Z');
    expect(review?.steps.at(-1)).toMatchObject({ command: 'miss-srl-review', at: '2028-04-30T22:00:00Z' });
  });

  it('two suspensions add up', async () => {
    const twice = resumed
      .at('2028-04-10T10:00:00Z')
      .and(AgreementSuspended({ phase: 'concept', reasons }))
      .at('2028-04-15T10:00:00Z')
      .and(AgreementResumed({ phase: 'concept', reasons }));
    expect(await the('report-milestone', twice)).toMatchObject({ due: '2028-08-04T22:00:00Z' });
  });

  it('what was late before it, or set after it, is not moved', async () => {
    const late = before
      .at('2028-07-05T10:00:00Z')
      .and(AgreementSuspended({ phase: 'concept', reasons }))
      .at('2028-08-05T10:00:00Z')
      .and(AgreementResumed({ phase: 'concept', reasons }));
    expect(await the('report-milestone', late)).toMatchObject({ due: '2028-06-30T22:00:00Z' });
    const since = running
      .at('2028-03-01T10:00:00Z')
      .and(AgreementSuspended({ phase: 'concept', reasons }))
      .at('2028-03-31T10:00:00Z')
      .and(AgreementResumed({ phase: 'concept', reasons }), milestone);
    expect(await the('report-milestone', since)).toMatchObject({ due: '2028-06-30T22:00:00Z' });
  });
});

describe('the last day of an agreement', () => {
  it('is due for the administrator while a phase runs, and a suspension does not move it', async () => {
    expect(await the('close-agreement', running)).toMatchObject({ for: { role: 'administrator' }, due: '2033-06-30T22:00:00Z' });
    expect(await the('close-agreement', resumed)).toMatchObject({ due: '2033-06-30T22:00:00Z' });
    expect(await the('close-agreement', suspended)).toBeUndefined();
  });

  it('moves with an extension, as a new obligation', async () => {
    const extended = running.and(AgreementExtended({ endsOn: '2034-06-30', reasons }));
    const [was, is] = [await the('close-agreement', running), await the('close-agreement', extended)];
    expect(is).toMatchObject({ due: '2034-06-30T22:00:00Z' });
    expect(is?.id).not.toBe(was?.id);
  });
});
