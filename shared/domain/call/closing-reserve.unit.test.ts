import { describe, expect, it } from 'vitest';
import { on } from '../kernel/command.ts';
import { by, theProcess, type World } from '../kernel/testing/given-when-then.ts';
import { processStage, processView } from '../process/process-view.ts';
import { Policy } from '../programme/policy.ts';
import { PolicyAdopted } from '../programme/programme.ts';
import { project } from '../project/project.ts';
import { ReserveExpired } from '../project/selection/selection.ts';
import { inReserve } from '../testing/appeal-stories.ts';
import { closeReserve } from './close-reserve.ts';
import { ResultsPublished } from './publication.ts';
import { AwardReturned, PlacedInReserve, PromotedFromReserve, ReserveClosed, SelectionConcluded } from './selection.ts';

const administrator = by('administrator');
const ranked = (application: string, rank: number) => ({
  application,
  number: rank,
  outcome: 'reserve' as const,
  rank,
  requested: 10_000_000,
  criteria: [],
  blocks: [],
  total: 71,
  shortfalls: [],
  shares: [],
});
/** Concluded on 20 April 2027 with one on the list, whose results are published. */
const concluded = inReserve
  .of('call-spring')
  .and(
    SelectionConcluded({ ranking: [ranked('repair', 4)], envelope: [] }),
    ResultsPublished({ selected: [], words: { fr: 'Aucun.', en: 'None.' } }),
  );
const LAST = '2028-04-20T21:59:59Z';
const OVER = '2028-04-20T22:00:00Z';
const view = ({ load }: World) => processView('call', 'spring', load);
const due = async (world: World) => (await view(world)).obligations.map(({ kind }) => kind);

describe('the reserve list of a call', () => {
  it('holds for a year, then the process closes it, and those who wait are not selected', async () => {
    await concluded.at(LAST).when(closeReserve, theProcess, {}).refuses('reserve-still-holds', { until: '2028-04-20' });
    const closing = concluded.at(OVER).when(closeReserve, theProcess, {});
    await closing.decides(ReserveClosed({ applications: ['repair'] }), on('project-repair', ReserveExpired({})));
    const closed = await closing.after();
    expect(closed.state(project, 'project-repair')).toMatchObject({ stage: 'not-selected', outcome: { current: { kind: 'not-selected' } } });
    const owed = (await processView('project', 'repair', closed.load)).obligations.map(({ kind }) => kind);
    expect(owed).toEqual(['notify-outcome']);
    await closed.when(closeReserve, theProcess, {}).refuses('nobody-in-reserve');
  });

  it('is closed by the process at the end of its last day', async () => {
    const closing = (await view(concluded)).obligations.find(({ kind }) => kind === 'close-reserve');
    expect(closing).toMatchObject({ due: OVER, steps: [{ at: OVER, command: 'close-reserve', data: {} }] });
  });

  it('can be closed earlier, with the reason, which is left out where it comes in time', async () => {
    const earlyBecause = 'The envelope is spent.';
    await concluded
      .at(LAST)
      .when(closeReserve, administrator, { earlyBecause })
      .decides(ReserveClosed({ applications: ['repair'], earlyBecause }), on('project-repair', ReserveExpired({})));
    await concluded
      .at(OVER)
      .when(closeReserve, administrator, { earlyBecause })
      .decides(ReserveClosed({ applications: ['repair'] }), on('project-repair', ReserveExpired({})));
  });

  it('holds as long as the policy of its day says', async () => {
    const policy = Policy.parse({ calls: { reserveValidity: 'P3M' } });
    const shorter = inReserve
      .andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy }))
      .andOn('call-spring', SelectionConcluded({ ranking: [ranked('repair', 4)], envelope: [] }))
      .of('call-spring');
    await shorter.at('2027-07-20T21:59:59Z').when(closeReserve, theProcess, {}).refuses('reserve-still-holds', { until: '2027-07-20' });
  });

  it('leaves alone an application that no longer waits: only its place on the list goes', () => {
    const gone = inReserve
      .of('call-spring')
      .and(SelectionConcluded({ ranking: [ranked('repair', 4), ranked('elsewhere', 5)], envelope: [] }))
      .at(OVER);
    return gone
      .when(closeReserve, theProcess, {})
      .decides(ReserveClosed({ applications: ['repair', 'elsewhere'] }), on('project-repair', ReserveExpired({})));
  });

  it('counts from when the first waits: a correction can open it anew, and a second one does not make it longer', async () => {
    const placed = (application: string, rank: number) => PlacedInReserve({ application, rank, total: 70, requested: 10_000_000 });
    const until = async (world: World) => (await view(world)).obligations.find(({ kind }) => kind === 'close-reserve')?.due;
    const second = concluded.at('2027-09-01T10:00:00Z').and(placed('late', 5));
    expect(await until(second)).toBe(OVER);
    const emptied = concluded.and(AwardReturned({ application: 'repair', shares: [], because: 'withdrawn' }));
    expect(await until(emptied)).toBeUndefined();
    expect(await until(emptied.at('2027-09-01T10:00:00Z').and(placed('late', 5)))).toBe('2028-09-01T22:00:00Z');
  });
});

describe('a call that is concluded', () => {
  it('is settled, and its process over, once its results are published and nobody waits', async () => {
    expect((await view(concluded)).stage).toBe('concluded');
    expect(await due(concluded)).toContain('close-reserve');
    const shares = [{ funder: 'region', amount: 10_000_000 }];
    const promoted = concluded.and(PromotedFromReserve({ application: 'repair', rank: 4, amount: 10_000_000, shares }));
    expect(await view(promoted)).toEqual({ stage: 'settled', obligations: [] });
    expect([await processStage('call', 'spring', promoted.load), await processStage('call', 'spring', concluded.load)]).toEqual([
      'settled',
      'concluded',
    ]);
    expect((await view(await concluded.at(OVER).when(closeReserve, theProcess, {}).after())).stage).toBe('settled');
  });

  it('is not settled while its results are to be published', async () => {
    const unpublished = inReserve.of('call-spring').and(SelectionConcluded({ ranking: [], envelope: [] }));
    expect(await view(unpublished)).toMatchObject({ stage: 'concluded', obligations: [{ kind: 'publish-results' }] });
  });

  it('goes on again where a correction puts somebody on the list', async () => {
    const settled = concluded.and(AwardReturned({ application: 'repair', shares: [], because: 'withdrawn' }));
    expect((await view(settled)).stage).toBe('settled');
    const again = settled.and(PlacedInReserve({ application: 'late', rank: 2, total: 70, requested: 10_000_000 }));
    expect((await view(again)).stage).toBe('concluded');
  });
});
