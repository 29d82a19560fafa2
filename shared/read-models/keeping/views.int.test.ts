import { decisionsTold } from '@jalon/domain';
import { follow, logBus } from '@jalon/event-bus';
import { loggerFor } from '@jalon/runtime';
import { type FreshLog, freshLog } from '@jalon/testing';
import { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { readJournal } from '../audit-journal/journal.ts';
import { findCallPage, listCalls } from '../calls/call-board.ts';
import { listWork, overdueSteps } from '../my-work/work.ts';
import { listPortfolio } from '../portfolio/portfolio.ts';
import { findProjectPage } from '../project-page/project-page.ts';
import { LivedProgramme } from '../testing/lived-programme.ts';
import { waitFor } from './freshness.ts';
import { completeTo, viewLag } from './lag.ts';
import { MAKING_VIEWS, migrateReadModels } from './migrate.ts';
import { viewApplier } from './projector.ts';
import { RebuildUnderWay, rebuild } from './rebuild.ts';
import { viewNames } from './schema.ts';

const logger = loggerFor('test', { log: { level: 'silent', pretty: false } });
const TENANT = 'tenant-a';

async function livedWorld(): Promise<{ world: FreshLog; programme: LivedProgramme }> {
  const world = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await migrateReadModels(world.ownerUrl);
  return { world, programme: new LivedProgramme(world.log, TENANT) };
}

/** Three applications: one is funded and followed, one waits in reserve, one is below the thresholds. */
async function live(programme: LivedProgramme): Promise<void> {
  await programme.openCall();
  await programme.apply('workshops', 'Ateliers de réparation', 4.5);
  await programme.apply('kitchens', 'Cuisines partagées', 4);
  await programme.apply('archives', 'Archives du quotidien', 3.5);
  await programme.apply('lanterns', 'Lanternes', 2);
  await programme.select();
  await programme.fund('workshops');
  await programme.follow('workshops');
}

/** Everything that the views hold, as text. */
async function dump({ pool }: FreshLog, schema = 'read_models'): Promise<Record<string, string[]>> {
  const tables = [...viewNames, 'applied'];
  const contents = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await pool.query<{ line: string }>(`SELECT t::text AS line FROM ${schema}.${table} t ORDER BY t::text COLLATE "C"`);
      return [table, rows.map(({ line }) => line)] as const;
    }),
  );
  return Object.fromEntries(contents);
}

describe('the views of a programme', () => {
  let world: FreshLog;
  beforeAll(async () => {
    const lived = await livedWorld();
    world = lived.world;
    await live(lived.programme);
    await viewApplier(world.pool, world.log).catchUp();
  });
  afterAll(() => world?.drop());

  it('show each project in the portfolio with its stage, its place on the SRL scale and its money', async () => {
    const rows = await listPortfolio(world.pool, TENANT, { programme: 'breakthrough' });
    expect(rows.map(({ project, stage, number }) => [project, stage, number])).toEqual([
      ['archives', 'reserve', 3],
      ['kitchens', 'selected', 2],
      ['lanterns', 'not-selected', 4],
      ['workshops', 'concept', 1],
    ]);
    expect(rows[3]).toMatchObject({
      title: { fr: 'Ateliers de réparation' },
      callTitle: { en: 'Spring call' },
      phase: 'concept',
      srl: { reached: 2, consolidated: 1, reading: false },
      requested: 9_000_000,
      awarded: 9_000_000,
      currency: 'EUR',
    });
    expect(await listPortfolio(world.pool, TENANT, { stage: 'reserve' })).toHaveLength(1);
    expect((await listPortfolio(world.pool, TENANT, { limit: 2, after: 'archives' })).map(({ project }) => project)).toEqual([
      'kitchens',
      'lanterns',
    ]);
    expect(await listPortfolio(world.pool, 'another-tenant')).toEqual([]);
  });

  it('show on a project’s page the steps that led to where it stands', async () => {
    const page = await findProjectPage(world.pool, TENANT, 'workshops');
    expect(page).toMatchObject({
      holder: 'hal',
      eligibility: { eligible: true },
      reviews: { assigned: 2, conflicts: 0, submitted: 2 },
      selection: { outcome: 'selected', rank: 1 },
      funding: [
        { funder: 'region', amount: 6_750_000, decided: 'granted', name: { fr: 'Région fictive' } },
        { funder: 'esf', amount: 2_250_000, decided: 'granted' },
      ],
      agreement: { signedOn: '2024-06-20', amount: 9_000_000 },
      entered: [{ phase: 'concept', by: 'signature' }],
      milestones: [{ milestone: 'first-trials', title: 'First trials', reportedAt: '2024-10-15T08:00:00.000Z' }],
      trajectory: [{ review: 1, missed: false, claimed: 2, reached: 2, consolidated: 1, at: '2025-01-15T08:00:00.000Z' }],
    });
    expect(page?.payments[0]).toMatchObject({ phase: 'concept', kind: 'advance', standing: 'released', at: '2024-07-10T08:00:00.000Z' });
    expect(page?.payments.reduce((sum, { amount }) => sum + amount, 0)).toBe(9_000_000);
    expect(await findProjectPage(world.pool, TENANT, 'nobody')).toBeUndefined();
  });

  it('never hold what a reviewer wrote', async () => {
    expect(JSON.stringify(await dump(world))).not.toContain('Secret to the committee');
  });

  it('show the ranking of a call with its arithmetic', async () => {
    expect((await listCalls(world.pool, TENANT)).map(({ call, stage, applications }) => [call, stage, applications])).toEqual([
      ['spring', 'concluded', 4],
    ]);
    const page = await findCallPage(world.pool, TENANT, 'spring');
    expect(page?.selection?.ranking.map(({ application, title, outcome, total, rank }) => [application, title?.fr, outcome, total, rank])).toEqual([
      ['workshops', 'Ateliers de réparation', 'selected', 90, 1],
      ['kitchens', 'Cuisines partagées', 'selected', 80, 2],
      ['archives', 'Archives du quotidien', 'reserve', 70, 3],
      ['lanterns', 'Lanternes', 'not-selected', 40, undefined],
    ]);
    const committed = page?.envelope.map(({ funder, amount, committed: of }) => [funder, amount, of]);
    expect(committed).toEqual([
      ['region', 15_000_000, 13_500_000],
      ['esf', 5_000_000, 4_500_000],
    ]);
  });

  it('show to each what it has to do, and what the process does next about it', async () => {
    const funders = await listWork(world.pool, TENANT, { for: [{ funder: 'region' }] });
    expect(funders.map(({ kind, stream }) => [kind, stream])).toEqual([['decide-funding', 'project-kitchens']]);
    const all = await listWork(world.pool, TENANT, { stream: 'project-workshops' });
    expect(all.map(({ kind, for: whom }) => [kind, whom])).toEqual([
      ['publish-grant', { role: 'administrator' }],
      ['assess-milestone', { role: 'reviewer' }],
      ['submit-report', { person: 'hal' }],
      ['consolidate', { person: 'hal' }],
      ['value-review', { person: 'hal' }],
      ['open-srl-review', { role: 'administrator' }],
    ]);
    const later = await listWork(world.pool, TENANT, { stream: 'project-workshops', after: all[4]! });
    expect(later.map(({ kind }) => kind)).toEqual(['open-srl-review']);
    const holders = await listWork(world.pool, TENANT, { for: [{ person: 'hal' }], dueBefore: all[4]!.due });
    expect(holders.map(({ kind, stream }) => [kind, stream])).toEqual([
      ['submit-report', 'project-workshops'],
      ['consolidate', 'project-workshops'],
    ]);
    const overdue = await overdueSteps(world.pool, '2100-01-01T00:00:00Z');
    expect(overdue).toContainEqual(expect.objectContaining({ tenant: TENANT, stream: 'project-workshops', command: 'open-srl-review' }));
    expect(await overdueSteps(world.pool, '2000-01-01T00:00:00Z')).toEqual([]);
  });

  it('journal every decision: who, what, when, under which policy', async () => {
    const { head } = (await world.log.tenants())[0]!;
    const entries = await readJournal(world.pool, TENANT, { limit: 1_000 });
    expect(entries.map(({ position }) => position)).toEqual(Array.from({ length: head }, (_, index) => index + 1));
    const timeline = await readJournal(world.pool, TENANT, { stream: 'project-workshops', limit: 1_000 });
    expect(timeline.map(({ version }) => version)).toEqual(timeline.map((_, index) => index + 1));
    const [review] = await readJournal(world.pool, TENANT, { actor: 'rea', type: 'review-submitted', limit: 1 });
    expect(review).toMatchObject({
      stream: 'project-workshops',
      actor: { kind: 'person', id: 'rea' },
      told: decisionsTold['review-submitted'],
      summary: { en: 'Submit a review', fr: 'Remettre une évaluation' },
      occurredAt: '2024-02-20T08:00:00.000Z',
      policyVersion: 0,
    });
    expect(await completeTo(world.pool, TENANT)).toBe(head);
  });
});

describe('keeping the views', () => {
  let world: FreshLog;
  let programme: LivedProgramme;
  beforeEach(async () => {
    ({ world, programme } = await livedWorld());
  });
  afterEach(() => world.drop());

  it('gives the same content back when they were wiped and are made again', async () => {
    await live(programme);
    await viewApplier(world.pool, world.log).catchUp();
    const before = await dump(world);
    const owner = new Pool({ connectionString: world.ownerUrl });
    await owner.query('DROP SCHEMA read_models CASCADE');
    await owner.end();

    const progress: number[] = [];
    const count = await rebuild({ ownerUrl: world.ownerUrl, log: world.log, onProgress: (done) => progress.push(done) });
    expect(count).toBe((await world.log.tenants())[0]?.head);
    expect(progress.at(-1)).toBe(count);
    expect(await dump(world)).toEqual(before);
  });

  it('gives the same content whether decisions come all at once or one by one, in the order of Kafka’s partitions', async () => {
    await live(programme);
    const decisions = await world.log.readLog(TENANT, { after: 0, limit: 1_000 });
    const { handle } = viewApplier(world.pool, world.log);
    const byStream = [...Map.groupBy(decisions, ({ stream }) => stream).values()].reverse();
    let next = 0;
    for (const ofStream of byStream) for (const decision of ofStream) await handle([decision], { source: 'kafka:test/0', next: ++next });
    const oneByOne = await dump(world);
    await rebuild({ ownerUrl: world.ownerUrl, log: world.log });
    expect(await dump(world)).toEqual(oneByOne);
  });

  it('loses nothing that is decided while they are made again, and goes on in the new ones', async () => {
    await live(programme);
    const bus = logBus(world.log);
    const following = follow({ bus, group: 'test', applier: viewApplier(world.pool, world.log), logger });
    const deciding = (async () => {
      for (let index = 0; index < 15; index += 1) {
        await programme.ask(
          `organisation/partner-${index}`,
          'register-organisation',
          { name: { fr: 'P', en: 'P' }, administrator: 'ada' },
          'ada',
          '2025-02-01T08:00:00Z',
        );
      }
    })();
    await Promise.all([rebuild({ ownerUrl: world.ownerUrl, log: world.log }), deciding]);
    const [last] = await programme.ask(
      'organisation/last',
      'register-organisation',
      { name: { fr: 'P', en: 'P' }, administrator: 'ada' },
      'ada',
      '2025-02-02T08:00:00Z',
    );
    const { head } = (await world.log.tenants())[0]!;
    await vi.waitFor(async () => expect(await completeTo(world.pool, TENANT)).toBe(head), { timeout: 20_000, interval: 50 });
    expect(last?.position).toBe(head);
    await following.stop();
    await bus.close();
  });

  it('refuses to make them again twice at the same time', async () => {
    const other = new Pool({ connectionString: world.ownerUrl, max: 1 });
    await other.query('SELECT pg_advisory_lock($1)', [MAKING_VIEWS]);
    await expect(rebuild({ ownerUrl: world.ownerUrl, log: world.log })).rejects.toBeInstanceOf(RebuildUnderWay);
    await other.end();
    expect(await rebuild({ ownerUrl: world.ownerUrl, log: world.log })).toBe(0);
  });

  it('makes them anew when their shape has changed, and leaves them alone when it has not', async () => {
    await programme.openCall();
    await viewApplier(world.pool, world.log).catchUp();
    await migrateReadModels(world.ownerUrl);
    expect(await listCalls(world.pool, TENANT)).toHaveLength(1);
    const owner = new Pool({ connectionString: world.ownerUrl });
    await owner.query(`COMMENT ON SCHEMA read_models IS 'shape of last year'`);
    await owner.end();
    await migrateReadModels(world.ownerUrl);
    expect(await listCalls(world.pool, TENANT)).toEqual([]);
    await viewApplier(world.pool, world.log).catchUp();
    expect(await listCalls(world.pool, TENANT)).toHaveLength(1);
  });

  it('lets a reader wait for what it has just decided', async () => {
    await programme.openCall();
    const applier = viewApplier(world.pool, world.log);
    await applier.catchUp();
    const [funder] = await programme.ask(
      'programme/breakthrough',
      'add-funder',
      { funder: 'foundation', name: { fr: 'F', en: 'F' }, kind: 'foundation', notify: {} },
      'ada',
      '2024-01-09T08:00:00Z',
    );
    const wanted = { 'programme-breakthrough': funder?.version ?? 0, 'call-spring': 1 };
    expect(await waitFor(world.pool, TENANT, wanted, 30)).toBe(false);
    const waiting = waitFor(world.pool, TENANT, wanted, 20_000);
    await applier.catchUp();
    expect(await waiting).toBe(true);
    expect(await waitFor(world.pool, TENANT, wanted, 0)).toBe(true);
    expect(await waitFor(world.pool, 'another-tenant', wanted, 30)).toBe(false);
  });

  it('says how far they are behind the log, and since when', async () => {
    await programme.openCall();
    const applier = viewApplier(world.pool, world.log);
    const [first] = await world.log.readLog(TENANT, { after: 0, limit: 1 });
    const { head } = (await world.log.tenants())[0]!;
    expect(await viewLag(world.pool, world.log)).toEqual([{ tenant: TENANT, applied: 0, head, behind: head, since: first?.recordedAt }]);
    await applier.catchUp();
    expect(await viewLag(world.pool, world.log)).toEqual([{ tenant: TENANT, applied: head, head, behind: 0 }]);
  });

  it('moves the dates of what is due when a policy comes to be known that was in force when they were set', async () => {
    await programme.openCall();
    await programme.ask('call/spring', 'close-call', {}, { kind: 'process', id: 'journeys' }, '2024-03-08T23:00:00Z');
    const applier = viewApplier(world.pool, world.log);
    await applier.catchUp();
    const next = async () => (await listWork(world.pool, TENANT, { stream: 'call-spring' })).map(({ kind, next: step }) => [kind, step?.at]);
    expect(await next()).toEqual([['conclude-selection', '2024-04-16T22:00:00Z']]);
    await programme.ask('programme/breakthrough', 'draft-policy', { policy: { reminders: [1] } }, 'ada', '2024-02-21T08:00:00Z');
    const second = { kind: 'import', id: 'operator' } as const;
    await programme.ask('programme/breakthrough', 'adopt-policy', { draft: 1, inForceFrom: '2024-03-01' }, second, '2024-02-21T08:01:00Z');
    await applier.catchUp();
    expect(await next()).toEqual([['conclude-selection', '2024-05-15T22:00:00Z']]);
    const live = await dump(world);
    await rebuild({ ownerUrl: world.ownerUrl, log: world.log });
    expect(await dump(world)).toEqual(live);
  });
});
