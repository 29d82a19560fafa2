import { describe, expect, it } from 'vitest';
import { on } from '../kernel/command.ts';
import { by, theProcess, type World } from '../kernel/testing/given-when-then.ts';
import { processView } from '../process/process-view.ts';
import { AvisGiven } from '../project/avis/avis.ts';
import { project } from '../project/project.ts';
import { assembled, concluded, convened, SITTING, sitting, voters } from '../testing/sitting-stories.ts';
import { SittingAdjourned, SittingCancelled } from './convocation.ts';
import { ItemConcluded } from './deliberation.ts';
import { escalateOnSitting } from './escalate.ts';
import { MinutesSigned } from './minutes.ts';
import { remindOnSitting } from './remind.ts';
import { signMinutes } from './sign-minutes.ts';

const lease = { reservation: 'lease', text: 'The lease is signed.' };

describe('sign-minutes', () => {
  const first = concluded.and(MinutesSigned({ signatory: 'mia', final: false }));
  const onProject = [
    on(
      'project-repair',
      AvisGiven({ sitting: 'april', item: 'one', question: 'selection', avis: 'with-reservations', reservations: [lease], voters }),
    ),
    on('project-repair', AvisGiven({ sitting: 'april', item: 'two', question: 'gate', avis: 'favourable', reservations: [], voters })),
  ];

  it('takes two: with the second signature each opinion stands on its project', async () => {
    await concluded.when(signMinutes, by('mia'), {}).decides(MinutesSigned({ signatory: 'mia', final: false }));
    await first.when(signMinutes, by('administrator'), {}).decides(MinutesSigned({ signatory: 'administrator', final: true }), ...onProject);
  });

  it('can be signed last by whoever presided', () =>
    concluded
      .and(MinutesSigned({ signatory: 'max', final: false }))
      .when(signMinutes, by('mia'), {})
      .decides(MinutesSigned({ signatory: 'mia', final: true }), ...onProject));

  it('needs whoever presided among the two, and two different persons', async () => {
    await concluded
      .and(MinutesSigned({ signatory: 'max', final: false }))
      .when(signMinutes, by('mel'), {})
      .refuses('presiding-must-sign');
    await first.when(signMinutes, by('mia'), {}).refuses('minutes-signed-already');
  });

  it('waits until every item is concluded', async () => {
    const [one] = concluded.past.filter(({ decision: { type } }) => type === ItemConcluded.type);
    await sitting
      .and(one!.decision)
      .when(signMinutes, by('mia'), {})
      .refuses('items-not-concluded', { items: ['two'] });
  });

  it('is over with the second signature', async () => {
    const signed = await first.when(signMinutes, by('max'), {}).after();
    await signed.when(signMinutes, by('mel'), {}).refuses('sitting-not-open', { stage: 'held' });
    const { avis } = signed.state(project, 'project-repair');
    expect(avis.selection).toMatchObject({ sitting: 'april', avis: 'with-reservations', reservations: [lease] });
    expect(avis.gate).toMatchObject({ sitting: 'april', avis: 'favourable', reservations: [] });
  });
});

describe('on a sitting', () => {
  const view = (world: World) => processView('sitting', 'april', world.load);

  it('it is due at its instant that it is held, with reminders before and escalations after', async () => {
    const { stage, obligations } = await view(convened);
    expect(stage).toBe('convened');
    expect(obligations).toMatchObject([
      { id: `hold-sitting:${SITTING}@1`, kind: 'hold-sitting', for: { role: 'administrator' }, due: '2027-04-06T12:00:00Z' },
    ]);
    expect(obligations[0]?.steps.map(({ command, at }) => [command, at])).toEqual([
      ['remind', '2027-03-21T23:00:00Z'],
      ['remind', '2027-04-02T22:00:00Z'],
      ['escalate', '2027-04-06T22:00:00Z'],
      ['escalate', '2027-04-13T22:00:00Z'],
    ]);
  });

  it('a new instant is a new date to keep, also while it is open', async () => {
    const adjourned = assembled.and(SittingAdjourned({ heldAt: '2027-04-13T12:00:00Z', reasons: 'No quorum.' }));
    expect((await view(adjourned)).obligations).toMatchObject([{ id: `hold-sitting:${SITTING}@2`, due: '2027-04-13T12:00:00Z' }]);
    expect(await view(sitting)).toMatchObject({ stage: 'open', obligations: [{ id: `hold-sitting:${SITTING}@1` }] });
  });

  it('nothing is due once it is held, cancelled, or where there is none', async () => {
    const held = concluded.and(MinutesSigned({ signatory: 'mia', final: true }));
    expect(await view(held)).toEqual({ stage: 'held', obligations: [] });
    expect(await view(convened.and(SittingCancelled({ reasons: 'No call.' })))).toEqual({ stage: 'cancelled', obligations: [] });
    expect(await processView('sitting', 'nowhere', convened.load)).toEqual({ stage: 'none', obligations: [] });
  });

  it('reminders and escalations are recorded, each from its day on', async () => {
    const obligation = `hold-sitting:${SITTING}@1`;
    await convened.when(remindOnSitting, theProcess, { obligation, step: 1 }).refuses('step-not-awaited');
    await convened.when(remindOnSitting, theProcess, { obligation, step: 2 }).refuses('step-not-due');
    await convened.when(remindOnSitting, theProcess, { obligation: 'hold-sitting:other', step: 1 }).refuses('nothing-due');
    const reminded = await convened.at('2027-04-03T08:00:00Z').when(remindOnSitting, theProcess, { obligation, step: 3 }).after();
    expect((await view(reminded)).obligations[0]?.next).toMatchObject({ command: 'escalate', data: { step: 1 } });
    const escalated = await reminded.at('2027-04-07T08:00:00Z').when(escalateOnSitting, theProcess, { obligation, step: 1 }).after();
    expect((await view(escalated)).obligations[0]?.next).toMatchObject({ command: 'escalate', data: { step: 2 } });
  });
});
