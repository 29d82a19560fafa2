import { viewApplier } from '@jalon/read-models';
import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../testing/edge.ts';

let edge: Edge;

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  const lived = new LivedProgramme(edge.fresh.log, TENANT);
  await lived.openCall();
  for (const [person, role] of Object.entries({ hal: 'project-holder', aud: 'auditor' })) {
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  }
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await viewApplier(edge.fresh.pool, edge.fresh.log).catchUp();
});
afterAll(() => edge?.close());

const journalOf = async (query: string) => {
  const { status, body } = await edge.read('ada', `access-journal?${query}`);
  expect(status).toBe(200);
  return body.items.map(({ who, what, why }: { who: { id: string }; what: { part: string; thing?: string }; why: string }) => [
    who.id,
    what.part,
    what.thing,
    why,
  ]);
};

describe('who read what', () => {
  it('is written down where what was read is confidential, and not where it is public', async () => {
    await edge.read('hal', 'projects/workshops/money');
    await edge.read('hal', 'calls');
    expect(await journalOf('who=hal')).toEqual([['hal', 'projects.money', 'project-workshops', 'confidential']]);
  });

  it('is written down of an auditor whatever they read', async () => {
    await edge.read('aud', 'calls');
    await edge.read('aud', 'projects/workshops/reviews');
    expect(await journalOf('who=aud')).toEqual([
      ['aud', 'projects.reviews', 'project-workshops', 'auditor'],
      ['aud', 'calls.list', undefined, 'auditor'],
    ]);
  });

  it('says nothing of a reading that was refused', async () => {
    const refused = await edge.read('stranger', 'projects/workshops/money');
    expect(refused.status).toBe(403);
    expect(await journalOf('who=stranger')).toEqual([]);
  });

  it('is shown page by page to auditors and administrators, who are written down for it, and to nobody else', async () => {
    expect((await edge.read('hal', 'access-journal')).status).toBe(403);
    const first = await edge.read('aud', 'access-journal?limit=1');
    const second = await edge.read('aud', `access-journal?limit=1&cursor=${first.body.next}`);
    expect(second.body.items[0].number).toBeLessThan(first.body.items[0].number);
    expect((await journalOf('who=aud&part=access-journal.list')).length).toBe(2);
    expect((await edge.read('ada', 'access-journal?cursor=nonsense')).status).toBe(400);
  });
});

describe('personal data', () => {
  const signatory = { person: 'sig', name: 'Nom fictif', contact: { email: 'sig@association.example' }, power: 'legal', from: '2027-01-01' };

  it('is opened for whoever may read the organisation, who is written down for it, and for nobody else', async () => {
    await edge.ask('ada', 'organisations/association/register-organisation', { name: { fr: 'Asso', en: 'Asso' }, administrator: 'hal' });
    expect((await edge.ask('ada', 'organisations/association/name-signatory', signatory)).status).toBe(201);
    const { body } = await edge.read('ada', 'organisations/association/signatories');
    expect(body.signatories).toMatchObject([{ person: 'sig', name: { text: 'Nom fictif' }, email: { text: 'sig@association.example' } }]);
    expect(await journalOf('who=ada&part=organisations.signatories')).toEqual([
      ['ada', 'organisations.signatories', 'organisation-association', 'confidential'],
    ]);
    expect((await edge.read('stranger', 'organisations/association/signatories')).status).toBe(403);
  });

  it('says that it was erased, where it was', async () => {
    await edge.fresh.pool.query("SELECT privacy.erase($1, 'person:sig/contact')", [TENANT]);
    const { body } = await edge.read('ada', 'organisations/association/signatories');
    expect(body.signatories).toMatchObject([{ name: { text: 'Nom fictif' }, email: { erased: true } }]);
  });

  it('tells where a funder is told of decisions to whoever may change that', async () => {
    await edge.ask('ada', 'programmes/breakthrough/set-funder-terms', { funder: 'region', notify: { email: 'desk@region.example' } });
    const { body } = await edge.read('ada', 'programmes/breakthrough/funders');
    expect(body.funders[0]).toMatchObject({ funder: 'region', email: { text: 'desk@region.example' } });
    expect((await edge.read('aud', 'programmes/breakthrough/funders')).status).toBe(403);
  });
});
