import { describe, expect, it } from 'vitest';
import { on } from '../kernel/command.ts';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { processView } from '../process/process-view.ts';
import { CancelledWithCall } from '../project/selection/selection.ts';
import { SittingCancelled, SittingConvened } from '../sitting/convocation.ts';
import { ItemConcluded } from '../sitting/deliberation.ts';
import { SittingOpened } from '../sitting/presence.ts';
import { beforeSitting, convening, SITTING } from '../testing/sitting-stories.ts';
import { cancelCall } from './cancel-call.ts';
import { CommitteeCalledOff, CommitteeConvened } from './committee.ts';
import { CallCancelled } from './stage.ts';

const reasons = 'The budget was not voted.';
const [about, gate] = convening.items;
const cancelling = (world: World) => world.of('call-spring').when(cancelCall, by('administrator'), { reasons });
const convened = (items: typeof convening.items = [about!]) =>
  beforeSitting.and(SittingConvened({ ...convening, items })).andOn('call-spring', CommitteeConvened({ sitting: 'april' }));
const opened = convened().and(SittingOpened({ attending: ['mia', 'max', 'mel'], presiding: 'mia' }));
const counts = { favourable: 3, 'with-reservations': 0, adjourned: 0, unfavourable: 0, abstain: 0 };
const sittingDue = async (world: World) => (await processView('sitting', 'april', world.load)).obligations.map(({ kind }) => kind);

describe('a sitting that was convened to a call which is cancelled', () => {
  const withSitting = [
    CallCancelled({ reasons }),
    CommitteeCalledOff({ sitting: 'april' }),
    on('project-repair', CancelledWithCall({ reasons })),
    on(SITTING, SittingCancelled({ reasons })),
  ];

  it('is cancelled with it, so that nobody is reminded to hold it', async () => {
    await cancelling(convened()).decides(...withSitting);
    expect(await sittingDue(convened())).toEqual(['hold-sitting']);
    expect(await sittingDue(await cancelling(convened()).after())).toEqual([]);
  });

  it('is cancelled although it has begun, as long as it has concluded nothing', () => cancelling(opened).decides(...withSitting));

  it('goes on to its minutes where it has concluded something', async () => {
    const concluding = ItemConcluded({
      item: 'one',
      avis: 'favourable',
      reservations: [],
      counts,
      castingVote: false,
      voters: ['mia', 'max', 'mel'],
    });
    const after = await cancelling(opened.and(concluding)).after();
    expect(await sittingDue(after)).toEqual(['hold-sitting']);
  });

  it.each([
    ['a gate', [about!, gate!]],
    ['another call', [about!, { item: 'three', project: 'elsewhere', question: 'selection' as const }]],
  ])('is held all the same where its agenda is also about %s', async (_, items) => {
    const after = await cancelling(convened(items)).after();
    expect(await sittingDue(after)).toEqual(['hold-sitting']);
    expect(after.past.at(-1)).toMatchObject({ stream: 'project-repair', decision: CancelledWithCall({ reasons }) });
  });

  it('stays as it is where it was cancelled before', () =>
    cancelling(convened().and(SittingCancelled({ reasons: 'No quorum.' }))).decides(
      CallCancelled({ reasons }),
      on('project-repair', CancelledWithCall({ reasons })),
    ));
});
