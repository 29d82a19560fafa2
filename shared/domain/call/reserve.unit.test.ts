import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { on } from '../kernel/command.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { processView } from '../process/process-view.ts';
import { Policy } from '../programme/policy.ts';
import { PolicyAdopted } from '../programme/programme.ts';
import { shareOut } from '../programme/shares.ts';
import { ApplicationWithdrawn } from '../project/application/application.ts';
import { AvisGiven } from '../project/avis/avis.ts';
import { ApplicationReserved, ApplicationSelected } from '../project/selection/selection.ts';
import { envelope } from '../testing/samples.ts';
import { underReview } from '../testing/stories.ts';
import { amendCall } from './amend-call.ts';
import { call } from './call.ts';
import { promoteFromReserve } from './promote-from-reserve.ts';
import { AwardReturned, PromotedFromReserve, SelectionConcluded } from './selection.ts';
import { byFunder } from './terms.ts';

const administrator = by('administrator');
const first = shareOut(94_000_000, envelope);

const ranked = (application: string, rank: number, requested: number, outcome: 'selected' | 'reserve') => ({
  application,
  number: rank,
  outcome,
  rank,
  requested,
  criteria: [],
  blocks: [],
  total: 90 - rank,
  shortfalls: [],
  shares: outcome === 'selected' ? shareOut(requested, envelope) : [],
});

/** 94,000,000 of the 95,000,000 that can be committed are; those in reserve ask for these amounts, in order of rank. */
function concluded(...asking: readonly number[]): World {
  const waiting = asking.map((requested, index) => ranked(`w${index + 1}`, index + 2, requested, 'reserve'));
  const use = envelope.map(({ funder, amount }, index) => ({ funder, amount, keptBack: amount / 20, committed: first[index]!.amount }));
  return waiting.reduce(
    (world, { application, rank, total, requested }) =>
      world.andOn(`project-${application}`, ApplicationReserved({ rank, total, amount: requested })),
    underReview.of('call-spring').and(SelectionConcluded({ ranking: [ranked('repair', 1, 94_000_000, 'selected'), ...waiting], envelope: use })),
  );
}

const promote = (world: World) => world.when(promoteFromReserve, administrator, {});
const promotedTo = (application: string, rank: number, amount: number) => {
  const shares = shareOut(amount, envelope);
  return [
    PromotedFromReserve({ application, rank, amount, shares }),
    on(`project-${application}`, ApplicationSelected({ rank, total: 90 - rank, amount, shares })),
  ] as const;
};

describe('promote-from-reserve', () => {
  it('selects the next by rank as soon as every funder’s part has room for it, to the cent', async () => {
    await promote(concluded(1_000_000)).decides(...promotedTo('w1', 2, 1_000_000));
    await promote(concluded(1_000_001)).refuses('nobody-to-promote', { waiting: 1 });
  });

  it('has room once money came back', async () => {
    const returned = concluded(50_000_000).and(AwardReturned({ application: 'repair', shares: first, because: 'withdrawn' }));
    await promote(returned).decides(...promotedTo('w1', 2, 50_000_000));
  });

  it('waits for the first in reserve to fit, even where the one after would', async () => {
    const both = concluded(2_000_000, 500_000);
    await promote(both).refuses('nobody-to-promote', { waiting: 2 });
    const policy = Policy.parse({ calls: { reserveOrder: 'first-that-fits' } });
    const eased = both.andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy }));
    await promote(eased).decides(...promotedTo('w2', 3, 500_000));
  });

  it('passes over whoever no longer waits, and promotes nobody twice', async () => {
    const gone = concluded(500_000, 400_000).andOn('project-w1', ApplicationWithdrawn({ outcome: 'withdrawn' }));
    await promote(gone).decides(...promotedTo('w2', 3, 400_000));
    const once = await promote(concluded(500_000)).after();
    await promote(once).refuses('nobody-to-promote', { waiting: 0 });
  });

  it('carries over the reservations of the committee', () => {
    const reservations = [{ reservation: 'lease', text: 'The lease is signed.' }];
    const avis = AvisGiven({ sitting: 'april', item: 'one', question: 'selection', avis: 'with-reservations', reservations });
    const shares = shareOut(500_000, envelope);
    return promote(concluded(500_000).andOn('project-w1', avis)).decides(
      PromotedFromReserve({ application: 'w1', rank: 2, amount: 500_000, shares }),
      on('project-w1', ApplicationSelected({ rank: 2, total: 88, amount: 500_000, shares, reservations })),
    );
  });

  it('comes after the selection', () => promote(underReview.of('call-spring')).refuses('selection-not-concluded', { stage: 'closed' }));

  it('is due within thirty days of when money allows it, and not before', async () => {
    const owed = async (world: World) =>
      (await processView('call', 'spring', world.load)).obligations.filter(({ kind }) => kind === 'promote-from-reserve');
    expect(await owed(concluded(1_000_001))).toEqual([]);
    const returned = concluded(1_000_001)
      .at('2027-06-01T10:00:00Z')
      .and(AwardReturned({ application: 'repair', shares: first, because: 'withdrawn' }));
    expect(await owed(returned)).toMatchObject([{ id: `promote-from-reserve:call-spring@${returned.version()}`, due: '2027-07-01T22:00:00Z' }]);
    expect(await owed(await promote(returned).after())).toEqual([]);
  });
});

const amount = fc.integer({ min: 1, max: 120_000_000 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('promote' as const) }),
  fc.record({ kind: fc.constant('return' as const) }),
  fc.record({ kind: fc.constant('amend' as const), region: amount, esf: amount }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Awards that can come back, in the order in which they were given. */
const awardsOf = (world: World) =>
  world.past.flatMap(({ stream, decision }) =>
    stream === 'call-spring' && decision.type === PromotedFromReserve.type ? [PromotedFromReserve.data.parse(decision.data)] : [],
  );

async function take(world: World, one: Step): Promise<World> {
  if (one.kind === 'return') {
    const back = world.past.filter(({ decision }) => decision.type === AwardReturned.type).length;
    const award = [{ application: 'repair', shares: first }, ...awardsOf(world)][back];
    return award ? world.and(AwardReturned({ application: award.application, shares: award.shares, because: 'withdrawn' })) : world;
  }
  const asked =
    one.kind === 'promote'
      ? promote(world)
      : world.when(amendCall, administrator, {
          reasons: 'More, or less.',
          envelope: [
            { funder: 'region', amount: one.region },
            { funder: 'esf', amount: one.esf },
          ],
        });
  return isRefusal(await asked.outcome()) ? world : asked.after();
}

describe('whatever is promoted, returned and amended', () => {
  it('no funder’s part, less what is kept back of it, is ever exceeded', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40_000_000 }), { maxLength: 5 }),
        fc.array(step, { maxLength: 15 }),
        async (asking, steps) => {
          let world = concluded(...asking);
          for (const one of steps) {
            world = await take(world, one);
            const { terms, committed } = world.state(call);
            for (const { funder, amount: part } of byFunder(terms.envelope)) {
              expect(committed[funder] ?? 0).toBeLessThanOrEqual(Math.floor((part * 19) / 20));
              expect(committed[funder] ?? 0).toBeGreaterThanOrEqual(0);
            }
          }
        },
      ),
      { numRuns: 60 },
    ));

  it('those in reserve are promoted in order of rank', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40_000_000 }), { maxLength: 5 }),
        fc.array(step, { maxLength: 15 }),
        async (asking, steps) => {
          let world = concluded(...asking);
          for (const one of steps) world = await take(world, one);
          const ranks = awardsOf(world).map(({ rank }) => rank);
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        },
      ),
      { numRuns: 30 },
    ));
});
