import { viewApplier } from '@jalon/read-models';
import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../testing/edge.ts';

let edge: Edge;
let lived: LivedProgramme;
const project = 'project/workshops';

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  lived = new LivedProgramme(edge.fresh.log, TENANT);
  await lived.openCall();
  const roles = {
    hal: 'project-holder',
    rea: 'reviewer',
    rob: 'reviewer',
    rolf: 'reviewer',
    aud: 'auditor',
    cora: 'committee-chair',
    'funder-region': 'funder',
  };
  for (const [person, role] of Object.entries(roles)) {
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  }
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await lived.apply('lanterns', 'Lanternes', 2);
  await lived.select();
  await lived.ask(project, 'decide-funding', { funder: 'esf', outcome: 'granted' }, 'esf-officer', '2024-06-03T08:00:00Z');
  await viewApplier(edge.fresh.pool, edge.fresh.log).catchUp();
});
afterAll(() => edge?.close());

const projects = async (person: string, query = '') => {
  const { status, body } = await edge.read(person, `projects${query}`);
  expect(status).toBe(200);
  return body.items.map((item: { project: string }) => item.project);
};

describe('the portfolio', () => {
  it('shows all of it to those who run or check the programme, to others what is theirs, to strangers nothing', async () => {
    for (const person of ['ada', 'aud', 'cora', 'hal', 'funder-region', 'rea']) expect(await projects(person)).toEqual(['lanterns', 'workshops']);
    for (const person of ['rolf', 'stranger']) expect(await projects(person)).toEqual([]);
    expect(await projects('ada', '?stage=not-selected')).toEqual(['lanterns']);
  });

  it('is paged by cursor, also for whoever sees little of it', async () => {
    const first = await edge.read('ada', 'projects?limit=1');
    expect(first.body.items).toHaveLength(1);
    const second = await edge.read('ada', `projects?limit=1&cursor=${first.body.next}`);
    expect(second.body.items.map((item: { project: string }) => item.project)).toEqual(['workshops']);
    expect((await edge.read('rolf', 'projects?limit=1')).body).toEqual({ items: [] });
  });
});

describe('a project', () => {
  it('is shown with the version to decide on', async () => {
    const { status, headers, body } = await edge.read('hal', 'projects/workshops');
    expect(status).toBe(200);
    expect(headers.etag).toBe(`"${body.version}"`);
    expect(body).toMatchObject({ project: 'workshops', stage: 'selected', reviews: { assigned: 2, submitted: 2 } });
  });

  it('is not shown to who has no part in it, and not known in another tenant', async () => {
    expect((await edge.read('rolf', 'projects/workshops')).body.code).toBe('forbidden');
    expect((await edge.read('stranger', 'projects/workshops/timeline')).body.code).toBe('forbidden');
    expect((await edge.read('ada', 'projects/nowhere')).body.code).toBe('thing-unknown');
    const authorization = `Bearer ${await edge.issuer.token('ada', { claims: { tenant: 'tenant-b' } })}`;
    expect((await edge.send({ method: 'GET', url: '/v1/projects/workshops', headers: { authorization } })).status).toBe(404);
  });

  it('tells its story, and who reviewed only to those who may know', async () => {
    const actors = async (person: string) => {
      const { body } = await edge.read(person, 'projects/workshops/timeline');
      return new Set(body.items.map(({ actor }: { actor: { id?: string } }) => actor.id));
    };
    expect(await actors('aud')).toEqual(new Set(['hal', 'ada', 'rea', 'rob', 'chris', 'esf-officer']));
    expect(await actors('hal')).toEqual(new Set(['hal', undefined]));
  });
});

describe('a call', () => {
  it('is for everybody once published; its ranking is for those who decided on it', async () => {
    const { body } = await edge.read('stranger', 'calls');
    expect(body.items.map(({ call }: { call: string }) => call)).toEqual(['spring']);
    const read = await edge.read('stranger', 'calls/spring');
    expect(read.body).toMatchObject({ call: 'spring', stage: 'concluded' });
    expect(JSON.stringify(read.body)).not.toContain('marks');
    expect((await edge.read('hal', 'calls/spring/ranking')).body.code).toBe('forbidden');
    const ranking = (await edge.read('cora', 'calls/spring/ranking')).body.selection.ranking;
    expect(ranking.map(({ application, outcome }: Record<string, string>) => [application, outcome])).toEqual([
      ['workshops', 'selected'],
      ['lanterns', 'not-selected'],
    ]);
  });
});

describe('my work', () => {
  const work = async (person: string) => {
    const { status, body } = await edge.read(person, 'my-work');
    expect(status).toBe(200);
    return body.items.map(({ kind, stream }: Record<string, string>) => [kind, stream]);
  };

  it('is what waits for the funder that somebody represents, and nobody else’s', async () => {
    expect(await work('funder-region')).toEqual([['decide-funding', 'project-workshops']]);
    expect(await work('stranger')).toEqual([]);
    expect(await work('hal')).toEqual([]);
  });
});

describe('the journal', () => {
  it('is for auditors and administrators: who decided what, under which policy', async () => {
    expect((await edge.read('hal', 'journal')).body.code).toBe('forbidden');
    const { body } = await edge.read('aud', 'journal?stream=project-workshops&type=review-submitted');
    expect(body.items.map(({ actor }: { actor: { id: string } }) => actor.id)).toEqual(['rea', 'rob']);
    const page = await edge.read('aud', 'journal?limit=3');
    const next = await edge.read('aud', `journal?limit=1&cursor=${page.body.next}`);
    expect(next.body.items[0].position).toBe(4);
  });

  it('begins with the newest where that is asked for, and goes on from there', async () => {
    const newest = await edge.read('aud', 'journal?order=newest&limit=2');
    const [first, second] = newest.body.items.map(({ position }: { position: number }) => position);
    expect(second).toBe(first - 1);
    const next = await edge.read('aud', `journal?order=newest&limit=1&cursor=${newest.body.next}`);
    expect(next.body.items[0].position).toBe(second - 1);
  });
});

describe('reading what one has just decided', () => {
  it('waits until the view has it', async () => {
    const decided = await edge.ask('funder-region', 'projects/workshops/decide-funding', { funder: 'region', outcome: 'granted' });
    expect(decided.status).toBe(201);
    expect(decided.headers.location).toBe('/v1/projects/workshops');
    const after = Object.entries(decided.body.streams).map(([stream, version]) => `${stream}@${version}`);
    const reading = edge.read('funder-region', `projects/workshops?after=${after.join(',')}`);
    await viewApplier(edge.fresh.pool, edge.fresh.log).catchUp();
    const { status, body } = await reading;
    expect({ status, stage: body.stage, version: body.version }).toEqual({ status: 200, stage: 'agreement', version: decided.body.version });
  });

  it('says so, and when to try again, where the view does not come that far in time', async () => {
    const answered = await edge.read('ada', 'projects/workshops?after=project-workshops@9999');
    expect({ status: answered.status, code: answered.body.code }).toEqual({ status: 503, code: 'view-behind' });
    expect(answered.headers['retry-after']).toBe('2');
  });

  it('says so for a project that the view does not have yet', async () => {
    await lived.ask('call/autumn', 'draft-call', autumn, 'ada', '2024-07-01T08:00:00Z');
    expect((await edge.read('ada', 'calls/autumn')).body.code).toBe('view-behind');
  });
});

const autumn = {
  programme: 'breakthrough',
  title: { fr: 'Automne', en: 'Autumn' },
  envelope: [{ funder: 'region', amount: 1_000_000 }],
  opensOn: '2030-09-01',
  closesOn: '2030-10-31',
  selectionOn: '2030-12-15',
  maxGrant: 1_000_000,
};
