import { describe, expect, it } from 'vitest';
import { call } from '../../call/call.ts';
import { AwardReturned } from '../../call/selection.ts';
import { on } from '../../kernel/command.ts';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { advancePaid, agreed, agreementText, running } from '../../testing/agreement-stories.ts';
import { awarded, inConcept, inPilot, shares } from '../../testing/stories.ts';
import { completeProject } from '../phases/complete-project.ts';
import { enterPhase } from '../phases/enter-phase.ts';
import { GateDecided } from '../phases/phases.ts';
import { project } from '../project.ts';
import { SrlReviewOpened } from '../srl/srl.ts';
import { AgreementSuspended, AgreementTerminated, FormalNoticeAnswered, FormalNoticeGiven, FormalNoticeLifted } from './agreement.ts';
import { answerFormalNotice } from './answer-formal-notice.ts';
import { giveFormalNotice } from './give-formal-notice.ts';
import { liftFormalNotice } from './lift-formal-notice.ts';
import { terminateAgreement } from './terminate-agreement.ts';
import { withdrawFromAgreement } from './withdraw-from-agreement.ts';

const administrator = by('administrator');
const second = by('second');
const hanna = by('hanna');
const breach = { breach: 'No report since June.' };
const answer = { answer: 'Handed in today.' };
const reasons = 'As both sides agreed.';
const concept = agreementText.plan.filter(({ phase }) => phase === 'concept');
const neverDue = [
  { funder: 'region', amount: 4_800_000 },
  { funder: 'esf', amount: 3_200_000 },
];
/** Given on 1 October 2027: the breach can be mended until the 31st. */
const noticed = running.at('2027-10-01T10:00:00Z').and(FormalNoticeGiven(breach));
const noticeOver = '2027-10-31T23:00:00Z';
const ended = AgreementTerminated({ cause: 'common-accord', reasons, plan: concept, returned: neverDue });
const due = async (world: World) => (await processView('project', 'repair', world.load)).obligations;

describe('a formal notice', () => {
  it('is given while an agreement is in force, suspended or not', async () => {
    await running.when(giveFormalNotice, administrator, breach).decides(FormalNoticeGiven(breach));
    const suspended = running.and(AgreementSuspended({ phase: 'concept', reasons }));
    await suspended.when(giveFormalNotice, administrator, breach).decides(FormalNoticeGiven(breach));
  });

  it('needs an agreement in force', async () => {
    await awarded.when(giveFormalNotice, administrator, breach).refuses('agreement-not-in-force', { stage: 'agreement' });
    await running.and(ended).when(giveFormalNotice, administrator, breach).refuses('agreement-not-in-force', { stage: 'closing' });
  });

  it('is one at a time', () => noticed.when(giveFormalNotice, administrator, breach).refuses('formal-notice-open'));

  it('is answered by the holder, once', async () => {
    await noticed.when(answerFormalNotice, hanna, answer).decides(FormalNoticeAnswered(answer));
    await noticed.and(FormalNoticeAnswered(answer)).when(answerFormalNotice, hanna, answer).refuses('formal-notice-already-answered');
    await running.when(answerFormalNotice, hanna, answer).refuses('no-formal-notice');
  });

  it('is lifted once the breach is mended; another can follow', async () => {
    const lifting = noticed.when(liftFormalNotice, administrator, { reasons });
    await lifting.decides(FormalNoticeLifted({ reasons }));
    const lifted = await lifting.after();
    await lifted.when(liftFormalNotice, administrator, { reasons }).refuses('no-formal-notice');
    await lifted.when(giveFormalNotice, administrator, breach).decides(FormalNoticeGiven(breach));
  });

  it('is due for an answer in the policy’s days, until it is given', async () => {
    const owed = (await due(noticed)).find(({ kind }) => kind === 'answer-formal-notice');
    expect(owed).toMatchObject({ for: { person: 'hanna' }, due: noticeOver });
    expect((await due(noticed.and(FormalNoticeAnswered(answer)))).map(({ kind }) => kind)).not.toContain('answer-formal-notice');
  });
});

describe('terminate-agreement', () => {
  const byAccord = { cause: 'common-accord', reasons } as const;
  const byFault = { cause: 'fault', reasons } as const;

  it('by common accord closes the project, and money of phases to come returns to the envelope', async () => {
    const asked = advancePaid.when(terminateAgreement, administrator, byAccord);
    await asked.decides(ended, on('call-spring', AwardReturned({ application: 'repair', shares: neverDue, because: 'terminated' })));
    const after = await asked.after();
    expect(after.state(call, 'call-spring').committed).toEqual({ region: 1_200_000, esf: 800_000 });
    expect(after.state(project)).toMatchObject({
      stage: 'closing',
      agreement: { amount: 2_000_000, plan: concept, terminated: { cause: 'common-accord' } },
    });
  });

  it('returns nothing at once where every phase was entered', () => {
    const all = inPilot.and({ ...inConcept.past.at(-1)!.decision, data: { phase: 'institutionalisation', by: 'passage' } });
    return all
      .when(terminateAgreement, administrator, byAccord)
      .decides(AgreementTerminated({ cause: 'common-accord', reasons, plan: [...agreementText.plan], returned: [] }));
  });

  it('by fault follows a formal notice whose time is over, and is decided by another person', async () => {
    const late = noticed.at(noticeOver);
    const terminated = AgreementTerminated({ cause: 'fault', reasons, plan: concept, returned: neverDue });
    const back = on('call-spring', AwardReturned({ application: 'repair', shares: neverDue, because: 'terminated' }));
    await late.when(terminateAgreement, second, byFault).decides(terminated, back);
    await late.when(terminateAgreement, administrator, byFault).refuses('second-person-needed');
    await noticed.at('2027-10-31T22:59:59Z').when(terminateAgreement, second, byFault).refuses('notice-not-over', { lastDay: '2027-10-31' });
  });

  it('by fault needs a notice that is open', async () => {
    await running.when(terminateAgreement, second, byFault).refuses('no-formal-notice');
    await noticed.and(FormalNoticeLifted({ reasons })).at(noticeOver).when(terminateAgreement, second, byFault).refuses('no-formal-notice');
  });

  it('is done once, and needs an agreement', async () => {
    await running.and(ended).when(terminateAgreement, administrator, byAccord).refuses('agreement-not-in-force', { stage: 'closing' });
    await awarded.when(terminateAgreement, administrator, byAccord).refuses('agreement-not-in-force', { stage: 'agreement' });
  });

  it('ends a suspension, a notice, an open review and the way to the next phase', async () => {
    const opened = SrlReviewOpened({ review: 1, phase: 'concept', dueOn: '2028-01-06', lapsesOn: '2028-06-07' });
    const passed = GateDecided({ outcome: 'passage', from: 'concept', to: 'pilot', conditions: [], reasons });
    const stopped = noticed.and(passed, opened, AgreementSuspended({ phase: 'concept', reasons }));
    const after = await stopped.when(terminateAgreement, administrator, byAccord).after();
    const { stage, agreement, phases, srl } = after.state(project);
    expect({ stage, suspended: agreement?.suspended, notice: agreement?.notice, cleared: phases.cleared, open: srl.open }).toEqual({
      stage: 'closing',
      suspended: undefined,
      notice: undefined,
      cleared: undefined,
      open: undefined,
    });
    await after.when(enterPhase, administrator, { phase: 'pilot' }).refuses('phase-not-cleared');
  });

  it('leaves the final report to hand in, six months from then', async () => {
    const after = running.at('2027-10-01T10:00:00Z').and(ended);
    expect((await due(after)).find(({ kind }) => kind === 'final-report')).toMatchObject({ for: { person: 'hanna' }, due: '2028-04-01T22:00:00Z' });
  });

  it('lets the project be completed with what it shares', async () => {
    const outcome = await running.and(ended).when(completeProject, administrator, { results: 'What was learned.' }).outcome();
    expect(JSON.stringify(outcome)).not.toContain('srl-review-open');
    expect(JSON.stringify(outcome)).not.toContain('project-not-closing');
  });
});

describe('withdraw-from-agreement', () => {
  it('is how the holder gives the project up after signature', () =>
    running
      .when(withdrawFromAgreement, hanna, { reasons })
      .decides(
        AgreementTerminated({ cause: 'holder-withdrew', reasons, plan: concept, returned: neverDue }),
        on('call-spring', AwardReturned({ application: 'repair', shares: neverDue, because: 'withdrawn' })),
      ));

  it('before the first phase returns the whole award', () =>
    agreed
      .when(withdrawFromAgreement, hanna, { reasons })
      .decides(
        AgreementTerminated({ cause: 'holder-withdrew', reasons, plan: [], returned: [...shares] }),
        on('call-spring', AwardReturned({ application: 'repair', shares, because: 'withdrawn' })),
      ));

  it('needs an agreement in force', async () => {
    await awarded.when(withdrawFromAgreement, hanna, { reasons }).refuses('agreement-not-in-force', { stage: 'agreement' });
    await running.and(ended).when(withdrawFromAgreement, hanna, { reasons }).refuses('agreement-not-in-force', { stage: 'closing' });
  });
});
