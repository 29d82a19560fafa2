import { anAppend, type FreshLog, freshLog } from '@jalon/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { LoggedDecision } from './port.ts';

let fresh: FreshLog;
beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
});
afterAll(() => fresh.drop());

const tenant = 'demonstration';
const notes = (decisions: readonly LoggedDecision[]) => decisions.map(({ data }) => data);

async function all(of: AsyncIterable<readonly LoggedDecision[]>): Promise<LoggedDecision[]> {
  const read: LoggedDecision[] = [];
  for await (const batch of of) read.push(...batch);
  return read;
}

describe('a log of two times', () => {
  // what was decided on each day, and since when it holds: the third corrects the past
  const told = [
    { day: '2027-01-10', since: '2027-01-10', note: 'first' },
    { day: '2027-02-10', since: '2027-02-01', note: 'second' },
    { day: '2027-03-10', since: '2027-01-20', note: 'correction' },
    { day: '2027-04-10', since: '2027-04-10', note: 'last' },
  ];
  const noon = (day: string) => `${day}T12:00:00Z`;
  beforeAll(async () => {
    for (const [at, { day, since, note }] of told.entries()) {
      await fresh.setClock(noon(day));
      const answer = await fresh.log.append(anAppend({ at, occurredAt: noon(since), data: [note], retroactive: note === 'correction' }));
      expect(answer).toMatchObject({ status: 'appended', decisions: [{ recordedAt: `${day}T12:00:00.000Z`, occurredAt: `${since}T12:00:00.000Z` }] });
    }
  });

  it.each([
    ['now', {}, ['first', 'second', 'correction', 'last']],
    ['as it was known in March, before the correction', { knownAt: noon('2027-03-01') }, ['first', 'second']],
    ['as it had taken effect by the end of January', { effectAt: noon('2027-01-31') }, ['first', 'correction']],
    ['as it was known in March to hold at the end of January', { knownAt: noon('2027-03-01'), effectAt: noon('2027-01-31') }, ['first']],
    ['as it was known at the very instant of a decision', { knownAt: noon('2027-02-10') }, ['first', 'second']],
  ])('is read %s', async (_, asOf, expected) => {
    expect(notes(await fresh.log.readStream(tenant, 'project-insite', asOf))).toEqual(expected);
    expect(notes(await fresh.log.readLog(tenant, { after: 0, limit: 10, ...asOf }))).toEqual(expected);
    const version = told.findLastIndex(({ note }) => expected.includes(note)) + 1;
    const standing = [{ stream: 'project-insite', version, decisions: expected.length }];
    expect(await fresh.log.standing(tenant, { streams: ['project-nobody', 'project-insite'] }, asOf)).toEqual(standing);
  });

  it('says which things there were by an instant, in order of name', async () => {
    const page = (after: string, limit: number, day: string) =>
      fresh.log.standing('directory', { prefix: 'project-', after, limit }, { knownAt: noon(day) });
    await fresh.setClock(noon('2027-01-05'));
    for (const stream of ['project-b', 'call-a', 'project-c'])
      await fresh.log.append(anAppend({ tenant: 'directory', stream, occurredAt: noon('2027-01-05') }));
    await fresh.setClock(noon('2027-01-06'));
    await fresh.log.append(anAppend({ tenant: 'directory', stream: 'project-a', occurredAt: noon('2027-01-06') }));
    expect((await page('', 10, '2027-01-05')).map(({ stream }) => stream)).toEqual(['project-b', 'project-c']);
    expect((await page('', 2, '2027-01-06')).map(({ stream }) => stream)).toEqual(['project-a', 'project-b']);
    expect(await page('project-b', 2, '2027-01-06')).toEqual([{ stream: 'project-c', version: 1, decisions: 1 }]);
    expect(await page('', 2, '2027-01-04')).toEqual([]);
    await fresh.setClock(noon('2027-04-10'));
  });

  it('is read from one version to another', async () => {
    expect(notes(await fresh.log.readStream(tenant, 'project-insite', { after: 1, upTo: 3 }))).toEqual(['second', 'correction']);
    expect(await fresh.log.readStream(tenant, 'project-nobody')).toEqual([]);
  });

  it('never records before what it recorded already, though the clock of PostgreSQL went back', async () => {
    await fresh.setClock(noon('2027-04-01'));
    const answer = await fresh.log.append(anAppend({ tenant, stream: 'project-after', occurredAt: noon('2027-04-01') }));
    expect(answer).toMatchObject({ decisions: [{ recordedAt: '2027-04-10T12:00:00.000Z' }] });
    await fresh.setClock(noon('2027-05-01'));
  });
});

describe('a long log', () => {
  const large = 'large';
  const count = 2_345;
  beforeAll(async () => {
    const appends = Array.from({ length: count }, (_, index) =>
      anAppend({
        tenant: large,
        stream: `project-${index % 7}`,
        at: 'any',
        occurredAt: '2027-05-01T00:00:00Z',
        data: [{ index, text: 'tab \t line \n backslash \\ \\N "é" 🏛\u0000' }],
      }),
    );
    for (const answer of await Promise.all(appends.map((append) => fresh.log.append(append)))) expect(answer.status).toBe('appended');
  });

  it('is the same by pages, by COPY and by streams', async () => {
    const pages: LoggedDecision[] = [];
    for (let page = await fresh.log.readLog(large, { after: 0, limit: 500 }); page.length > 0; ) {
      pages.push(...page);
      page = await fresh.log.readLog(large, { after: pages.length, limit: 500 });
    }
    expect(pages.map(({ position }) => position)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(await all(fresh.log.readAll(large))).toEqual(pages);
    expect(await all(fresh.log.readAll(large, 2_000))).toEqual(pages.slice(2_000));
    const streams = Object.keys(await fresh.log.streams(large, 'project-'));
    expect(streams).toHaveLength(7);
    const byStream = await Promise.all(streams.map((stream) => fresh.log.readStream(large, stream)));
    expect(byStream.flat().sort((a, b) => a.position - b.position)).toEqual(pages);
  });

  it('can be left half read, again and again, without using up the connections', async () => {
    for (let time = 0; time < 30; time += 1) {
      for await (const batch of fresh.log.readAll(large)) {
        expect(batch[0]?.position).toBe(1);
        break;
      }
    }
    expect(await all(fresh.log.readAll(large))).toHaveLength(count);
  });
});

describe('what there is in a log', () => {
  it('is listed: tenants with their heads, streams by how their names begin', async () => {
    for (const stream of ['call-1', 'call-2', 'call_3', 'callous'])
      await fresh.log.append(anAppend({ tenant: 'listed', stream, occurredAt: '2027-05-01T00:00:00Z' }));
    expect(await fresh.log.streams('listed', 'call-')).toEqual({ 'call-1': 1, 'call-2': 1 });
    expect(await fresh.log.streams('listed', 'call_')).toEqual({ call_3: 1 });
    expect(await fresh.log.streams('nobody', '')).toEqual({});
    const tenants = await fresh.log.tenants();
    expect(tenants).toContainEqual({ tenant: 'listed', head: 4, incarnation: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(new Set(tenants.map(({ incarnation }) => incarnation)).size).toBe(tenants.length);
  });

  it('is asked for by many at once, each answered for what it asked', async () => {
    const asked = Array.from({ length: 50 }, (_, index) => `project-many-${index}`);
    const appends = asked.map((stream) => anAppend({ tenant: 'many', stream, occurredAt: '2027-05-01T00:00:00Z' }));
    await Promise.all(appends.map((append) => fresh.log.append(append)));
    const heads = await Promise.all(asked.map((stream, index) => fresh.log.heads('many', index % 2 ? [stream] : [stream, 'project-none'])));
    expect(heads).toEqual(asked.map((stream, index) => (index % 2 ? { [stream]: 1 } : { [stream]: 1, 'project-none': 0 })));
    const found = await Promise.all([...appends, anAppend()].map(({ command }) => fresh.log.findCommand('many', command.id)));
    expect(found.map((command) => command?.decisions[0]?.stream)).toEqual([...asked, undefined]);
  });
});
