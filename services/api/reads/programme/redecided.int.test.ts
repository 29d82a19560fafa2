import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, foundAuthority, startEdge } from '../../testing/edge.ts';

let edge: Edge;

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  await foundAuthority(edge);
  await edge.grant('aud', 'auditor');
  await edge.grant('rea', 'reviewer');
  const name = { fr: 'Région', en: 'Region' };
  for (const funder of ['region', 'esf', 'caf']) {
    await edge.ask('ana', 'programmes/isr/add-funder', { funder, name, kind: 'other', notify: {} });
  }
});
afterAll(() => edge?.close());

describe('the decisions of a programme, decided again', () => {
  it('are shown to auditors a page at a time, each with what came of it', async () => {
    const first = await edge.read('aud', 'programmes/isr/redecided?limit=4');
    expect(first.status).toBe(200);
    expect(first.body.items).toHaveLength(4);
    const rest = await edge.read('aud', `programmes/isr/redecided?limit=100&cursor=${first.body.next}`);
    const all = [...first.body.items, ...rest.body.items];
    expect(rest.body.next).toBeUndefined();
    expect(all.map(({ command }) => command.name)).toEqual([
      'organisation/register-organisation',
      'programme/create-programme',
      'organisation/grant-role',
      'organisation/grant-role',
      'programme/add-funder',
      'programme/add-funder',
      'programme/add-funder',
    ]);
    for (const { outcome, differences } of all) expect({ outcome, differences }).toEqual({ outcome: 'agrees', differences: [] });
  });

  it('are told one by one, by their position in the journal', async () => {
    const { status, body } = await edge.read('aud', 'journal/2/redecided');
    expect(status).toBe(200);
    expect(body).toMatchObject({ position: 2, stream: 'programme-isr', actor: { id: 'ana' }, outcome: 'agrees', rule: { recorded: 1, now: 1 } });
    expect((await edge.read('aud', 'journal/999/redecided')).body.code).toBe('thing-unknown');
    expect((await edge.read('aud', 'journal/first/redecided')).status).toBe(400);
  });

  it('are not for others, and of no programme that is not there', async () => {
    for (const path of ['programmes/isr/redecided', 'journal/2/redecided']) expect((await edge.read('rea', path)).body.code).toBe('forbidden');
    expect((await edge.read('aud', 'programmes/elsewhere/redecided')).body.code).toBe('thing-unknown');
    const authorization = `Bearer ${await edge.issuer.token('aud', { claims: { tenant: 'tenant-b' } })}`;
    const elsewhere = await edge.send({ method: 'GET', url: '/v1/programmes/isr/redecided', headers: { authorization } });
    expect([403, 404]).toContain(elsewhere.status);
  });
});
