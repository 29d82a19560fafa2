import { viewApplier } from '@jalon/read-models';
import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../../testing/edge.ts';

let edge: Edge;
const members = { cora: 'committee-chair', cem: 'committee-member', cyr: 'committee-member', rolf: 'reviewer' };
const others = { aud: 'auditor', hal: 'project-holder', rina: 'reviewer' };
const sitting = 'sitting/may';

/** A sitting on two applications that is open: cyr recused himself from the second, cem gave her voice to cora. */
beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  const lived = new LivedProgramme(edge.fresh.log, TENANT);
  const ask = lived.ask.bind(lived);
  await lived.openCall();
  for (const [person, role] of Object.entries({ ...members, ...others })) {
    await ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  }
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await lived.apply('seeds', 'Grainothèque', 2);
  const convened = {
    programme: 'breakthrough',
    call: 'spring',
    heldAt: '2024-05-02T12:00:00Z',
    members: [...['cora', 'cem', 'cyr', 'dan'].map((person) => ({ person, voice: 'deliberative' })), { person: 'rolf', voice: 'consultative' }],
    chair: 'cora',
    items: ['workshops', 'seeds'].map((project) => ({ item: `item-${project}`, project, question: 'selection' })),
  };
  await ask(sitting, 'convene-sitting', convened, 'cora', '2024-04-02T08:00:00Z');
  for (const person of ['cora', 'cem', 'cyr']) await ask(sitting, 'declare-no-interest', {}, person, '2024-04-10T08:00:00Z');
  await ask(sitting, 'recuse', { item: 'item-seeds', nature: 'family' }, 'cyr', '2024-04-11T08:00:00Z');
  await ask(sitting, 'give-proxy', { to: 'cora' }, 'cem', '2024-04-12T08:00:00Z');
  await ask(sitting, 'open-sitting', { attending: ['cora', 'cyr', 'dan', 'rolf'] }, 'cora', '2024-05-02T12:00:00Z');
  await ask(sitting, 'hear-applicant', { item: 'item-seeds', note: 'They explained the budget.' }, 'cora', '2024-05-02T12:10:00Z');
  await ask(sitting, 'cast-vote', { item: 'item-workshops', on: 'favourable' }, 'cora', '2024-05-02T12:20:00Z');
  await ask(sitting, 'cast-vote', { item: 'item-seeds', on: 'adjourned' }, 'cora', '2024-05-02T12:21:00Z');
  await ask('call/spring', 'close-call', {}, { kind: 'process', id: 'journeys' }, '2024-05-02T13:00:00Z');
  await viewApplier(edge.fresh.pool, edge.fresh.log).catchUp();
});
afterAll(() => edge?.close());

const read = async (person: string, path: string) => {
  const { status, body } = await edge.read(person, path);
  expect({ status, path, problem: body.code }).toEqual({ status: 200, path, problem: undefined });
  return body;
};
const codeOf = async (person: string, path: string) => (await edge.read(person, path)).body.code;

describe('a sitting', () => {
  it('is for the committee, those convened and those who check; for nobody else', async () => {
    for (const person of ['ada', 'aud', 'cora', 'cem', 'rolf']) await read(person, 'sittings/may');
    expect(await codeOf('hal', 'sittings/may')).toBe('forbidden');
    expect(await codeOf('rina', 'sittings/may')).toBe('forbidden');
    expect(await codeOf('cora', 'sittings/june')).toBe('thing-unknown');
  });

  it('shows who takes part: voices, attendance, declarations, proxies, recusals and the quorum', async () => {
    const { stage, presiding, quorum, members: shown } = await read('aud', 'sittings/may');
    expect([stage, presiding, quorum]).toEqual(['open', 'cora', { present: 4, needed: 3 }]);
    const of = (person: string) => shown.find((one: { person: string }) => one.person === person);
    expect(of('cem')).toEqual({ person: 'cem', voice: 'deliberative', attending: false, disinterested: true, proxyTo: 'cora', recusedFrom: [] });
    expect(of('cyr')).toMatchObject({ attending: true, recusedFrom: ['item-seeds'] });
    expect(of('rolf')).toMatchObject({ voice: 'consultative', disinterested: false });
  });

  it('shows the votes as they come in, with proxies, and who is awaited', async () => {
    const [first, second] = (await read('cora', 'sittings/may')).items;
    expect(first).toMatchObject({
      title: 'Ateliers de réparation',
      counts: { favourable: 2 },
      votes: [{ voter: 'cora', on: 'favourable', counts: 2 }],
    });
    expect([first.avis, first.awaited, first.quorum]).toEqual(['favourable', ['cyr'], { present: 4, needed: 3 }]);
    expect(second).toMatchObject({
      heard: true,
      note: 'They explained the budget.',
      barred: ['cyr'],
      awaited: [],
      quorum: { present: 3, needed: 3 },
    });
  });

  it('tells whoever recused themselves neither the votes nor what was said on the item, until it is concluded', async () => {
    const [first, second] = (await read('cyr', 'sittings/may')).items;
    expect(first.votes).toHaveLength(1);
    expect([second.votes, second.counts, second.avis, second.note]).toEqual([[], undefined, undefined, undefined]);
    expect((await edge.ask('cora', 'sittings/may/conclude-item', { item: 'item-seeds' })).status).toBe(201);
    const [, concluded] = (await read('cyr', 'sittings/may')).items;
    expect([concluded.concluded, concluded.counts.adjourned]).toEqual([{ avis: 'adjourned', reservations: [] }, 2]);
  });

  it('is in the list of whoever may see it, with their own voice', async () => {
    const [one] = (await read('rolf', 'sittings?call=spring')).items;
    expect(one).toMatchObject({ sitting: 'may', stage: 'open', items: 2, voice: 'consultative', callTitle: { en: 'Spring call' } });
    expect((await read('aud', 'sittings')).items[0].voice).toBeUndefined();
    expect((await read('cyr', 'sittings')).items[0].awaits).toEqual({ declaration: false, votes: 1 });
    expect((await read('cora', 'sittings')).items[0].awaits).toBeUndefined();
    expect((await read('cora', 'sittings?call=autumn')).items).toEqual([]);
    expect((await read('hal', 'sittings')).items).toEqual([]);
  });
});

describe('the selection as it would be concluded', () => {
  it('ranks what was marked, says what it waits for, and records nothing', async () => {
    const head = await edge.head();
    const { because, ranking, envelope, ties, unjudged } = await read('cora', 'calls/spring/selection-preview');
    expect(because).toBeUndefined();
    expect(ranking.map(({ application, outcome, total }: Record<string, unknown>) => [application, outcome, total])).toEqual([
      ['workshops', 'selected', 90],
      ['seeds', 'not-selected', 40],
    ]);
    expect(envelope.map(({ funder, committed }: Record<string, unknown>) => [funder, committed])).toEqual([
      ['region', 6_750_000],
      ['esf', 2_250_000],
    ]);
    expect([ties, unjudged, await edge.head()]).toEqual([[], [], head]);
  });

  it('is for those who may read the ranking', async () => {
    expect(await codeOf('hal', 'calls/spring/selection-preview')).toBe('forbidden');
    expect(await codeOf('rina', 'calls/spring/selection-preview')).toBe('forbidden');
  });
});
