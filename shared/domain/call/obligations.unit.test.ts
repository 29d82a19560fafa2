import { describe, expect, it } from 'vitest';
import { theProcess, type World } from '../kernel/testing/given-when-then.ts';
import { processView } from '../process/process-view.ts';
import { Policy } from '../programme/policy.ts';
import { PolicyAdopted } from '../programme/programme.ts';
import { draftedCall, openCall, publishedCall, underReview } from '../testing/stories.ts';
import { CommitteeCalledOff, CommitteeConvened } from './committee.ts';
import { escalateOnCall } from './escalate.ts';
import { QuestionAsked } from './questions.ts';
import { remindOnCall } from './remind.ts';
import { SelectionConcluded } from './selection.ts';
import { CallCancelled, CallClosed } from './stage.ts';
import { CallAmended } from './terms.ts';

const view = (world: World) => processView('call', 'spring', world.load);
const closed = underReview.of('call-spring');

describe('on a call', () => {
  it('nothing is due while it is a draft, and nothing when there is none', async () => {
    expect(await view(draftedCall)).toEqual({ stage: 'draft', obligations: [] });
    expect(await processView('call', 'nowhere', draftedCall.load)).toEqual({ stage: 'none', obligations: [] });
  });

  it('the process opens it as its first day begins, in the programme’s time zone', async () => {
    const { obligations } = await view(publishedCall);
    expect(obligations).toMatchObject([{ kind: 'open-call', next: { at: '2027-01-10T23:00:00Z', command: 'open-call' } }]);
  });

  it('the process closes it as its last day ends', async () => {
    const { obligations } = await view(openCall);
    expect(obligations).toMatchObject([{ kind: 'close-call', next: { at: '2027-03-12T23:00:00Z', command: 'close-call' } }]);
  });

  it('the selection is due on its day, with reminders and escalations, until it is concluded', async () => {
    const { obligations } = await view(closed);
    expect(obligations[0]).toMatchObject({ kind: 'conclude-selection', due: '2027-05-28T22:00:00Z', for: { role: 'administrator' } });
    expect(obligations[0]?.steps.map(({ command }) => command)).toEqual(['remind', 'remind', 'remind', 'escalate', 'escalate']);
    const concluded = await view(closed.and(SelectionConcluded({ ranking: [], envelope: [] })));
    expect(concluded.obligations.map(({ kind }) => kind)).toEqual(['publish-results']);
  });

  it('reminders and escalations of the selection are recorded', async () => {
    const obligation = (await view(closed)).obligations[0]?.id ?? '';
    const reminded = await closed.at('2027-05-25T10:00:00Z').when(remindOnCall, theProcess, { obligation, step: 3 }).after();
    expect((await view(reminded)).obligations[0]?.steps.map(({ command }) => command)).toEqual(['escalate', 'escalate']);
    await closed.at('2027-05-28T21:59:59Z').when(escalateOnCall, theProcess, { obligation, step: 1 }).refuses('step-not-due');
    const escalated = await reminded.at('2027-05-28T22:00:00Z').when(escalateOnCall, theProcess, { obligation, step: 1 }).after();
    expect((await view(escalated)).obligations[0]?.next).toMatchObject({ command: 'escalate', data: { step: 2 } });
  });

  it('a question is owed its answer until the call is decided', async () => {
    const asked = openCall.and(QuestionAsked({ question: 'hours', text: 'Do hours count?' }));
    const kinds = async (world: World) => (await view(world)).obligations.map(({ kind }) => kind);
    expect(await kinds(asked)).toContain('answer-question');
    expect(await kinds(asked.and(CallClosed({})))).toContain('answer-question');
    expect(await kinds(asked.and(CallCancelled({ reasons: 'No budget.' })))).toEqual([]);
    expect(await kinds(asked.and(CallClosed({}), SelectionConcluded({ ranking: [], envelope: [] })))).toEqual(['publish-results']);
  });

  it('a change of the selection day sets that date anew, and a change of anything else does not', async () => {
    const id = async (world: World) => (await view(world)).obligations.find(({ kind }) => kind === 'conclude-selection')?.id;
    const reasons = 'More can be done.';
    expect(await id(closed.and(CallAmended({ reasons, maxGrant: 16_000_000 })))).toBe(await id(closed));
    const later = closed.and(CallAmended({ reasons, selectionOn: '2027-06-30' }));
    expect(await id(later)).toBe(`conclude-selection:call-spring@${later.version()}`);
    const closing = async (world: World) => (await view(world)).obligations[0]?.id;
    expect(await closing(openCall.and(CallAmended({ reasons, selectionOn: '2027-06-30' })))).toBe(await closing(openCall));
    const open = openCall.and(CallAmended({ reasons, closesOn: '2027-04-01' }));
    expect(await closing(open)).toBe(`close-call:call-spring@${open.version()}`);
  });

  describe('the committee', () => {
    const policy = Policy.parse({ committee: { avis: 'required' } });
    const required = closed.andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy }));
    const owed = async (world: World) => (await view(world)).obligations.filter(({ kind }) => kind === 'convene-committee');

    it('has to be convened ten days before the selection where the policy requires its opinion, and only there', async () => {
      expect(await owed(required)).toMatchObject([{ for: { role: 'administrator' }, due: '2027-05-18T22:00:00Z' }]);
      expect(await owed(closed)).toEqual([]);
    });

    it('is convened once a sitting is, and has to be again when that is called off', async () => {
      const convened = required.and(CommitteeConvened({ sitting: 'april' }));
      expect(await owed(convened)).toEqual([]);
      const calledOff = convened.at('2027-04-01T10:00:00Z').and(CommitteeCalledOff({ sitting: 'april' }));
      expect(await owed(calledOff)).toMatchObject([{ id: `convene-committee:call-spring@${calledOff.version()}`, due: '2027-05-18T22:00:00Z' }]);
      expect(await owed(convened.and(CommitteeConvened({ sitting: 'may' }), CommitteeCalledOff({ sitting: 'april' })))).toEqual([]);
    });
  });
});
