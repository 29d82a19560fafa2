import { describe, expect, it } from 'vitest';
import { call } from '../../call/call.ts';
import { on } from '../../kernel/command.ts';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { incomplete } from '../../testing/application-stories.ts';
import { awarded, draftApplication, inReview, returned, selected, signed, submitted } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { ApplicationReserved } from '../selection/selection.ts';
import { ApplicationWithdrawn, DeclaredIneligible, SilenceRecorded } from './application.ts';
import { withdrawApplication } from './withdraw-application.ts';

const hanna = by('hanna');
const withdrawn = ApplicationWithdrawn({ outcome: 'withdrawn' });
const withdrawing = (world: World) => world.when(withdrawApplication, hanna, {});

describe('withdraw-application', () => {
  const reserved = inReview.and(ApplicationReserved({ rank: 2, total: 70, amount: 10_000_000 }));

  it.each(
    Object.entries({
      'a draft': draftApplication,
      'one handed in': submitted,
      'one that lacks pieces': incomplete,
      'one in review': inReview,
      'one in reserve': reserved,
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
