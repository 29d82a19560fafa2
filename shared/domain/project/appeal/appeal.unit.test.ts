import { describe, expect, it } from 'vitest';
import { by, theProcess, type World } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { appealed, ineligible, inReserve, notSelected, refused, remedies, silent, toldIneligible } from '../../testing/appeal-stories.ts';
import { awarded, inReview, underReview } from '../../testing/stories.ts';
import { SilenceRecorded } from '../application/application.ts';
import { notifyOutcome } from '../notification/notify-outcome.ts';
import { project } from '../project.ts';
import { ApplicationSelected } from '../selection/selection.ts';
import { AppealDecided, AppealLodged, AppealSilenceRecorded, AppealWindowClosed } from './appeal.ts';
import { closeAppealWindow } from './close-appeal-window.ts';
import { decideAppeal } from './decide-appeal.ts';
import { lodgeAppeal } from './lodge-appeal.ts';
import { recordAppealSilence } from './record-appeal-silence.ts';

const hanna = by('hanna');
const director = by('director');
const grounds = { grounds: 'The agreement was there.' };
const rejecting = { outcome: 'rejected', reasons: 'It was not in the file that was handed in.' } as const;
const answer = (outcome: 'upheld' | 'rejected') =>
  AppealDecided({ against: 'ineligible', decision: 'project-repair@4', outcome, reasons: rejecting.reasons });
const rejected = appealed.at('2027-05-03T10:00:00Z').and(answer('rejected'));
const unanswered = appealed.at('2027-06-01T22:00:00Z').and(AppealSilenceRecorded({ decision: 'project-repair@4' }));
const due = async (world: World) => (await processView('project', 'repair', world.load)).obligations;
const kindsDue = async (world: World) => (await due(world)).map(({ kind }) => kind);

describe('lodge-appeal', () => {
  it('asks the authority to look again at its decision', () =>
    toldIneligible
      .when(lodgeAppeal, hanna, grounds)
      .decides(AppealLodged({ against: 'ineligible', decision: 'project-repair@4', ...grounds, attachments: [] })));

  it.each([
    ['a selection that it missed', notSelected, 'not-selected', 'project-repair@6'],
    ['the reserve list', inReserve, 'reserve', 'project-repair@6'],
    ['a funder that declined', refused, 'refused', 'project-repair@7'],
    ['a silence', silent, 'silence', 'project-repair@6'],
  ] as const)('can be against %s', (_, world, against, decision) =>
    world.when(lodgeAppeal, hanna, grounds).decides(AppealLodged({ against, decision, ...grounds, attachments: [] })),
  );

  it('is in time to the end of the last day', async () => {
    await toldIneligible.at('2027-05-16T21:59:59Z').when(lodgeAppeal, hanna, grounds).after();
    await toldIneligible.at('2027-05-16T22:00:00Z').when(lodgeAppeal, hanna, grounds).refuses('time-to-appeal-over', { lastDay: '2027-05-16' });
  });

  it('is in time as long as the holder was not told, since no time runs then', async () => {
    const years = await ineligible.at('2030-03-08T10:00:00Z').when(lodgeAppeal, hanna, grounds).after();
    expect(years.state(project).appeal?.against).toBe('ineligible');
  });

  it('is in time for a year after a silence, which states no remedies', async () => {
    await silent.at('2028-05-02T21:59:59Z').when(lodgeAppeal, hanna, grounds).after();
    await silent.at('2028-05-03T22:00:00Z').when(lodgeAppeal, hanna, grounds).refuses('time-to-appeal-over', { lastDay: '2028-05-03' });
  });

  it('is lodged once against a decision', async () => {
    await appealed.when(lodgeAppeal, hanna, grounds).refuses('appeal-already-lodged');
    await rejected.when(lodgeAppeal, hanna, grounds).refuses('appeal-already-lodged');
  });

  it('is not lodged against what is final', () =>
    toldIneligible
      .and(AppealWindowClosed({ decision: 'project-repair@4', outcome: 'ineligible', lastDay: '2027-05-16' }))
      .when(lodgeAppeal, hanna, grounds)
      .refuses('time-to-appeal-over'));

  it('needs a refusal', async () => {
    await inReview.when(lodgeAppeal, hanna, grounds).refuses('nothing-to-appeal-against', { stage: 'in-review' });
    await awarded.and(SilenceRecorded({})).when(lodgeAppeal, hanna, grounds).refuses('nothing-to-appeal-against');
  });
});

describe('decide-appeal', () => {
  it('upholds or rejects, with reasons', async () => {
    await appealed.when(decideAppeal, director, rejecting).decides(answer('rejected'));
    await appealed.when(decideAppeal, director, { ...rejecting, outcome: 'upheld' }).decides(answer('upheld'));
  });

  it('is not for the person who took the decision', () =>
    appealed.when(decideAppeal, by('administrator'), rejecting).refuses('decided-by-the-same-person'));

  it('is not for the holder', () => appealed.when(decideAppeal, hanna, rejecting).refuses('not-by-the-holder'));

  it('needs an appeal that was not answered', async () => {
    await toldIneligible.when(decideAppeal, director, rejecting).refuses('no-appeal-pending', { stage: 'ineligible' });
    await rejected.when(decideAppeal, director, rejecting).refuses('no-appeal-pending');
  });

  it('can still follow a silence on the appeal, until the outcome is final', async () => {
    await unanswered.when(decideAppeal, director, rejecting).decides(answer('rejected'));
    const final = unanswered.and(AppealWindowClosed({ decision: 'project-repair@4', outcome: 'ineligible', lastDay: '2027-08-02' }));
    await final.when(decideAppeal, director, rejecting).refuses('no-appeal-pending');
  });

  it('has nothing to answer once the application was selected from the reserve', () => {
    const promoted = inReserve
      .and(AppealLodged({ against: 'reserve', decision: 'project-repair@6', ...grounds, attachments: [] }))
      .and(ApplicationSelected({ rank: 4, total: 71, amount: 10_000_000, shares: [{ funder: 'region', amount: 10_000_000 }] }));
    return promoted.when(decideAppeal, director, rejecting).refuses('no-appeal-pending', { stage: 'selected' });
  });

  it('lets the examination go on where an appeal against a silence is upheld: the time to answer begins anew', async () => {
    const lodged = await silent.at('2027-05-10T10:00:00Z').when(lodgeAppeal, hanna, grounds).after();
    const upheld = await lodged.when(decideAppeal, director, { outcome: 'upheld', reasons: 'It goes on.' }).after();
    const { application, stage, outcome } = upheld.state(project);
    expect({ stage, implied: application.impliedRefusal, silence: outcome.silence }).toEqual({
      stage: 'in-review',
      implied: false,
      silence: undefined,
    });
    expect((await due(upheld)).find(({ kind }) => kind === 'answer-before-silence')?.due).toBe('2027-07-10T22:00:00Z');
    expect(await kindsDue(upheld)).not.toContain('correct-outcome');
  });

  it('leaves a silence as it is where an appeal against it is rejected', async () => {
    const lodged = await silent.when(lodgeAppeal, hanna, grounds).after();
    const { application, outcome } = (await lodged.when(decideAppeal, director, rejecting).after()).state(project);
    expect([application.impliedRefusal, outcome.silence !== undefined]).toEqual([true, true]);
  });
});

describe('an appeal', () => {
  it('is answered within two months; then its silence is recorded', async () => {
    const obligations = await due(appealed);
    expect(obligations.map(({ kind }) => kind)).toEqual(['decide-appeal']);
    expect(obligations[0]).toMatchObject({ for: { role: 'administrator' }, due: '2027-06-01T22:00:00Z' });
    expect(obligations[0]?.steps.at(-1)).toMatchObject({ command: 'record-appeal-silence', at: '2027-06-01T22:00:00Z' });
    await appealed.at('2027-06-01T21:59:59Z').when(recordAppealSilence, theProcess, {}).refuses('time-to-answer-not-over', { lastDay: '2027-06-01' });
    await appealed
      .at('2027-06-01T22:00:00Z')
      .when(recordAppealSilence, theProcess, {})
      .decides(AppealSilenceRecorded({ decision: 'project-repair@4' }));
    await unanswered.at('2027-07-01T10:00:00Z').when(recordAppealSilence, theProcess, {}).refuses('no-appeal-pending');
    await toldIneligible.at('2027-07-01T10:00:00Z').when(recordAppealSilence, theProcess, {}).refuses('no-appeal-pending');
  });

  it('that is upheld is followed by a correction within 15 days', async () => {
    const upheld = appealed.at('2027-05-03T10:00:00Z').and(answer('upheld'));
    expect(await due(upheld)).toMatchObject([{ kind: 'correct-outcome', for: { role: 'administrator' }, due: '2027-05-18T22:00:00Z' }]);
  });
});

describe('an outcome becomes final', () => {
  const closes = (world: World, lastDay: string) =>
    world.when(closeAppealWindow, theProcess, {}).decides(AppealWindowClosed({ decision: 'project-repair@4', outcome: 'ineligible', lastDay }));

  it('when the time to appeal is over; nothing is due then', async () => {
    expect(await due(toldIneligible)).toMatchObject([{ kind: 'appeal-window', for: { person: 'hanna' }, due: '2027-05-16T22:00:00Z' }]);
    await toldIneligible
      .at('2027-05-16T21:59:59Z')
      .when(closeAppealWindow, theProcess, {})
      .refuses('time-to-appeal-not-over', { lastDay: '2027-05-16' });
    const over = toldIneligible.at('2027-05-16T22:00:00Z');
    await closes(over, '2027-05-16');
    const final = await over.when(closeAppealWindow, theProcess, {}).after();
    expect(await due(final)).toEqual([]);
    expect(final.state(project).stage).toBe('ineligible');
    await final.when(closeAppealWindow, theProcess, {}).refuses('no-time-to-appeal-runs');
  });

  it('not while an appeal waits, or waits for its correction', async () => {
    const later = '2029-01-08T10:00:00Z';
    await appealed.at(later).when(closeAppealWindow, theProcess, {}).refuses('no-time-to-appeal-runs');
    await appealed.and(answer('upheld')).at(later).when(closeAppealWindow, theProcess, {}).refuses('no-time-to-appeal-runs', { stage: 'ineligible' });
  });

  it('two months after a rejection, in words or by silence: until then the court is open', async () => {
    expect(await due(rejected)).toMatchObject([{ kind: 'appeal-window', due: '2027-07-04T22:00:00Z' }]);
    await rejected.at('2027-07-04T21:59:59Z').when(closeAppealWindow, theProcess, {}).refuses('time-to-appeal-not-over');
    await closes(rejected.at('2027-07-04T22:00:00Z'), '2027-07-04');
    expect(await due(unanswered)).toMatchObject([{ kind: 'appeal-window', due: '2027-08-03T22:00:00Z' }]);
  });

  it('on the next working day, where the programme keeps a calendar and the last day is one off', async () => {
    const policy = Policy.parse({ calendar: 'FR' });
    const french = rejected.andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-04-01', policy }));
    expect((await due(french)).find(({ kind }) => kind === 'appeal-window')?.due).toBe('2027-07-05T22:00:00Z');
  });

  it('never while the holder was not told', async () => {
    expect(await kindsDue(notSelected)).toEqual(['notify-outcome']);
    await notSelected.at('2037-01-05T10:00:00Z').when(closeAppealWindow, theProcess, {}).refuses('no-time-to-appeal-runs');
  });

  it('for a selection that was missed and for a funder that declined alike, but not for the reserve list', async () => {
    const telling = { reasons: 'As found.', remedies };
    for (const [world, outcome] of [
      [notSelected, 'not-selected'],
      [refused, 'refused'],
    ] as const) {
      expect(await kindsDue(await world.when(notifyOutcome, director, { outcome, ...telling }).after())).toEqual(['appeal-window']);
    }
    const waiting = await inReserve.when(notifyOutcome, director, { outcome: 'reserve', ...telling }).after();
    expect(await kindsDue(waiting)).not.toContain('appeal-window');
  });
});

describe('a funder that declines', () => {
  it('leaves a project refused, which can still be appealed against', () => {
    expect(refused.state(project).stage).toBe('refused');
    expect(underReview.state(project).outcome.current).toBeUndefined();
  });
});
