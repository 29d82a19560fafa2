import { describe, expect, it } from 'vitest';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { Policy } from '../programme/policy.ts';
import { PolicyAdopted } from '../programme/programme.ts';
import { ApplicationStarted, ApplicationSubmitted, DeclaredEligible } from '../project/application/application.ts';
import { AvisGiven } from '../project/avis/avis.ts';
import { project } from '../project/project.ts';
import { ConflictDeclared, ReviewerAssigned, ReviewSubmitted } from '../project/review/review.ts';
import { ApplicationRegistered } from '../register/register.ts';
import { reviewGiving } from '../testing/samples.ts';
import { openCall } from '../testing/stories.ts';
import { concludeSelection } from './conclude-selection.ts';
import { SelectionConcluded } from './selection.ts';
import { settleTie } from './settle-tie.ts';
import { CallClosed } from './stage.ts';
import { TieSettled } from './ties.ts';

const chair = by('chair');
const reasons = 'The canton has nothing of the kind.';

/** An application that two reviewers gave these marks; it asks for 40 of the 95 million that can be committed. */
function apply(world: World, id: string, mark: number, criteria: Readonly<Record<string, number>> = {}, requested = 40_000_000): World {
  const stream = `project-${id}`;
  return world
    .andOn('register-spring', ApplicationRegistered({ application: id }))
    .andOn(stream, ApplicationStarted({ call: 'spring', holder: `holder-${id}` }), ApplicationSubmitted({ requested }))
    .andOn(stream, DeclaredEligible({ reasons: [] }))
    .andOn(stream, ...['ana', 'bob'].map((reviewer) => ReviewerAssigned({ reviewer, dueOn: '2027-04-09' })))
    .andOn(stream, ...['ana', 'bob'].map((reviewer) => ReviewSubmitted({ reviewer, ...reviewGiving(mark, criteria) })));
}

const during = openCall.at('2027-02-01T10:00:00Z');
const close = (world: World) => world.at('2027-03-15T10:00:00Z').of('call-spring').and(CallClosed({}));
const three = (world = during) => ['early', 'middle', 'late'].reduce((all, id) => apply(all, id, 4), world);
const settle = (world: World, ...order: string[]) => world.when(settleTie, chair, { order, reasons });
const conclude = (world: World) => world.when(concludeSelection, chair, {});
const stagesIn = (world: World, ...ids: string[]) => ids.map((id) => world.state(project, `project-${id}`).stage);

async function concludedRanking(world: World) {
  const { past } = await conclude(world).after();
  return SelectionConcluded.data.parse(past.find(({ decision }) => decision.type === SelectionConcluded.type)?.decision.data);
}

describe('a tie that the policy’s criteria leave', () => {
  it('holds the selection up until the chair has settled it, where it decides who is selected', () =>
    conclude(close(three())).refuses('ties-to-settle', { ties: [['early', 'middle', 'late']] }));

  it('is settled by the order that the chair gives, which the selection then follows and records', async () => {
    const settled = await settle(close(three()), 'late', 'early', 'middle').after();
    expect(settled.past.at(-1)).toMatchObject({ stream: 'call-spring', decision: TieSettled({ order: ['late', 'early', 'middle'], reasons }) });
    const { ranking, chairsOrder } = await concludedRanking(settled);
    expect(ranking.map(({ application, rank, outcome }) => [application, rank, outcome])).toEqual([
      ['late', 1, 'selected'],
      ['early', 2, 'selected'],
      ['middle', 3, 'reserve'],
    ]);
    expect(chairsOrder).toEqual(['late', 'early', 'middle']);
    expect(stagesIn(await conclude(settled).after(), 'early', 'middle', 'late')).toEqual(['selected', 'reserve', 'selected']);
  });

  it('needs no vote where all who tie are selected: the order of the register is shown', async () => {
    const two = apply(apply(during, 'early', 4), 'late', 4);
    const { ranking, chairsOrder } = await concludedRanking(close(two));
    expect(ranking.map(({ application }) => application)).toEqual(['early', 'late']);
    expect(chairsOrder).toBeUndefined();
    await settle(close(two), 'late', 'early').refuses('not-a-tie', { ties: [] });
  });

  it('needs no vote below the thresholds, nor where the avis is unfavourable', async () => {
    const low = ['one', 'two', 'three'].reduce((all, id) => apply(all, id, 1), during);
    expect((await concludedRanking(close(low))).ranking.map(({ outcome }) => outcome)).toEqual(['not-selected', 'not-selected', 'not-selected']);
    const against = three().andOn(
      'project-late',
      AvisGiven({ sitting: 'april', item: 'one', question: 'selection', avis: 'unfavourable', reservations: [] }),
    );
    expect((await concludedRanking(close(against))).ranking.map(({ outcome }) => outcome)).toEqual(['selected', 'selected', 'not-selected']);
  });

  it('matters among those who wait, too: who comes first in reserve is promoted first', async () => {
    const waiting = apply(apply(apply(during, 'best', 5, {}, 90_000_000), 'early', 4), 'late', 4);
    await conclude(close(waiting)).refuses('ties-to-settle', { ties: [['early', 'late']] });
    const settled = await settle(close(waiting), 'late', 'early').after();
    const { ranking, chairsOrder } = await concludedRanking(settled);
    expect(ranking.map(({ application }) => application)).toEqual(['best', 'late', 'early']);
    expect(chairsOrder).toEqual(['late', 'early']);
  });

  it('is none where the total is the same and a criterion for ties parts them', async () => {
    const parted = apply(apply(during, 'early', 4, {}, 60_000_000), 'late', 4, { transformation: 4.5, novelty: 3 }, 60_000_000);
    const { ranking } = await concludedRanking(close(parted));
    expect(ranking.map(({ application, total, outcome }) => [application, total, outcome])).toEqual([
      ['late', 80, 'selected'],
      ['early', 80, 'reserve'],
    ]);
  });

  it('goes by the register where the policy leaves the chair out of it', async () => {
    const policy = Policy.parse({ chairSettlesTies: false });
    const own = three(during.andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy })));
    const { ranking } = await concludedRanking(close(own));
    expect(ranking.map(({ application }) => application)).toEqual(['early', 'middle', 'late']);
    await settle(close(own), 'late', 'early', 'middle').refuses('not-a-tie');
  });
});

describe('settle-tie', () => {
  it('names all who tie and nobody else, each once', async () => {
    const world = close(apply(three(), 'low', 1));
    const ties = [['early', 'middle', 'late']];
    await settle(world, 'late', 'early').refuses('not-a-tie', { ties });
    await settle(world, 'late', 'early', 'middle', 'low').refuses('not-a-tie', { ties });
    await settle(world, 'late', 'early', 'early').refuses('not-a-tie', { ties });
  });

  it('is done once for a tie, and again when a review changes who ties', async () => {
    const settled = await settle(close(three()), 'late', 'early', 'middle').after();
    await settle(settled, 'early', 'late', 'middle').refuses('not-a-tie', { ties: [] });
    const joined = settled.andOn('project-fourth', ApplicationStarted({ call: 'spring', holder: 'holder-fourth' }));
    const four = apply(joined, 'fifth', 4);
    await conclude(four).refuses('ties-to-settle', { ties: [['early', 'middle', 'late', 'fifth']] });
    const anew = await settle(four, 'fifth', 'early', 'middle', 'late').after();
    expect((await concludedRanking(anew)).ranking.map(({ application }) => application)).toEqual(['fifth', 'early', 'middle', 'late']);
  });

  it('keeps two ties apart, each in the order that it was given', async () => {
    const both = apply(apply(apply(apply(during, 'a', 5, {}, 90_000_000), 'b', 5, {}, 90_000_000), 'c', 4), 'd', 4);
    const ties = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    await conclude(close(both)).refuses('ties-to-settle', { ties });
    const one = await settle(close(both), 'd', 'c').after();
    await conclude(one).refuses('ties-to-settle', { ties: [['a', 'b']] });
    const settled = await settle(one, 'b', 'a').after();
    expect((await concludedRanking(settled)).ranking.map(({ application }) => application)).toEqual(['b', 'a', 'd', 'c']);
  });

  it('is not for a chair in conflict of interest with one of them', async () => {
    const conflict = ConflictDeclared({ reviewer: 'chair', nature: 'family' });
    await settle(close(three().andOn('project-late', conflict)), 'late', 'early', 'middle').refuses('conflict-of-interest', { nature: 'family' });
    const elsewhere = close(apply(three(), 'low', 1).andOn('project-low', conflict));
    await settle(elsewhere, 'late', 'early', 'middle').decides(TieSettled({ order: ['late', 'early', 'middle'], reasons }));
  });

  it('comes between the closing, with every review in, and the conclusion', async () => {
    await three()
      .of('call-spring')
      .when(settleTie, chair, { order: ['early', 'late'], reasons })
      .refuses('call-not-closed', { stage: 'open' });
    const unread = three()
      .andOn('register-spring', ApplicationRegistered({ application: 'new' }))
      .andOn('project-new', ApplicationStarted({ call: 'spring', holder: 'nora' }), ApplicationSubmitted({ requested: 1 }));
    await settle(close(unread), 'early', 'middle', 'late').refuses('eligibility-not-assessed', { applications: ['new'] });
    const settled = await settle(close(three()), 'late', 'early', 'middle').after();
    await settle(await conclude(settled).after(), 'early', 'middle', 'late').refuses('call-not-closed', { stage: 'concluded' });
  });
});

describe('a conflict of interest that reopened something before the selection', () => {
  const touched = (reopens?: 'review' | 'selection') =>
    apply(during, 'early', 4).andOn(
      'project-early',
      ConflictDeclared({
        reviewer: 'dean',
        nature: 'family',
        touches: [{ decision: 'project-early@3', type: 'declared-eligible', at: during.now }],
        ...(reopens && { reopens }),
      }),
    );

  it.each(['review', 'selection'] as const)('holds the selection up until it is settled (%s)', (reopens) =>
    conclude(close(touched(reopens))).refuses('conflicts-to-reassess', { applications: ['early'] }),
  );

  it('lets it go on where the policy only has it recorded', async () =>
    expect((await concludedRanking(close(touched()))).ranking).toMatchObject([{ application: 'early', outcome: 'selected' }]));
});
