import { describe, expect, it } from 'vitest';
import { call } from '../../call/call.ts';
import { AwardReturned, SelectionConcluded } from '../../call/selection.ts';
import { on } from '../../kernel/command.ts';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { inReserve } from '../../testing/appeal-stories.ts';
import { incomplete } from '../../testing/application-stories.ts';
import { awarded, draftApplication, inReview, returned, selected, signed, submitted } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { ApplicationWithdrawn, DeclaredIneligible, SilenceRecorded } from './application.ts';
import { withdrawApplication } from './withdraw-application.ts';

const hanna = by('hanna');
const withdrawn = ApplicationWithdrawn({ outcome: 'withdrawn' });
const rankedFourth = {
  application: 'repair',
  number: 4,
  outcome: 'reserve' as const,
  rank: 4,
  requested: 10_000_000,
  criteria: [],
  blocks: [],
  total: 71,
  shortfalls: [],
  shares: [],
};
const withdrawing = (world: World) => world.when(withdrawApplication, hanna, {});

describe('withdraw-application', () => {
  it.each(
    Object.entries({
      'a draft': draftApplication,
      'one handed in': submitted,
      'one that lacks pieces': incomplete,
      'one in review': inReview,
    }),
  )('ends %s, and no money moves', async (_, world) => {
    await withdrawing(world).decides(withdrawn);
    const after = await withdrawing(world).after();
    expect(after.state(project).stage).toBe('ended');
    expect((await processView('project', 'repair', after.load)).obligations).toEqual([]);
  });

  it.each(Object.entries({ selected, awarded, 'selected after silence was recorded': selected.and(SilenceRecorded({})) }))(
    'ends one that is %s; its money returns to the envelope',
    async (_, world) => {
      await withdrawing(world).decides(withdrawn, on('call-spring', returned('withdrawn')));
      const after = await withdrawing(world).after();
      expect(after.state(project).stage).toBe('ended');
      expect(after.state(call, 'call-spring').committed).toEqual({ region: 0, esf: 0 });
    },
  );

  it('takes one in reserve off the list, so that nobody is asked to promote it', async () => {
    await withdrawing(inReserve).decides(withdrawn, on('call-spring', AwardReturned({ application: 'repair', shares: [], because: 'withdrawn' })));
    const due = async (world: World) => (await processView('call', 'spring', world.load)).obligations.map(({ kind }) => kind);
    const waiting = inReserve.andOn('call-spring', SelectionConcluded({ ranking: [rankedFourth], envelope: [] }));
    expect(await due(waiting)).toContain('promote-from-reserve');
    const after = await withdrawing(waiting).after();
    expect(after.state(project).stage).toBe('ended');
    expect(await due(after)).not.toContain('promote-from-reserve');
    expect((await processView('project', 'repair', after.load)).obligations).toEqual([]);
  });

  it('keeps the reasons, where some are given', () =>
    submitted
      .when(withdrawApplication, hanna, { reasons: 'Other funding was found.' })
      .decides(ApplicationWithdrawn({ outcome: 'withdrawn', reasons: 'Other funding was found.' })));

  it('refuses once the agreement is signed: that takes a termination', () => withdrawing(signed).refuses('agreement-already-signed'));

  it('refuses where nothing is left to withdraw', async () => {
    const excluded = submitted.and(DeclaredIneligible({ reasons: [{ check: 'eligibility', reason: 'Outside the region.' }] }));
    await withdrawing(excluded).refuses('nothing-to-withdraw', { stage: 'ineligible' });
    await withdrawing(submitted.and(withdrawn)).refuses('nothing-to-withdraw', { stage: 'ended' });
  });
});
