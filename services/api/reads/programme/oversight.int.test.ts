import { viewApplier } from '@jalon/read-models';
import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../../testing/edge.ts';

let edge: Edge;
const roles = {
  hal: 'project-holder',
  rea: 'reviewer',
  rolf: 'reviewer',
  aud: 'auditor',
  cora: 'committee-chair',
  acc: 'accountant',
  'funder-region': 'funder',
};

/** One project runs, with a payment that waits; another application is in review with one reviewer in place. */
beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  const lived = new LivedProgramme(edge.fresh.log, TENANT);
  const ask = lived.ask.bind(lived);
  await lived.openCall();
  for (const [person, role] of Object.entries(roles)) {
    await ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  }
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await ask('project/gardens', 'start-application', { call: 'spring' }, 'gil', '2024-02-10T08:00:00Z');
  await lived.select();
  await lived.fund('workshops');
  await lived.follow('workshops');
  await ask('project/workshops', 'report-milestone', { milestone: 'first-trials', report: 'Again.' }, 'hal', '2025-01-20T08:00:00Z').catch(
    () => undefined,
  );
  await ask(
    'project/workshops',
    'assess-milestone',
    { milestone: 'first-trials', outcome: 'reached', evidence: 'Seen on site.' },
    'rea',
    '2025-01-21T08:00:00Z',
  );
  await ask('project/workshops', 'request-tranche', { kind: 'instalment' }, 'hal', '2025-01-22T08:00:00Z');
  await viewApplier(edge.fresh.pool, edge.fresh.log).catchUp();
});
afterAll(() => edge?.close());

const codes = async (path: string, persons: readonly string[]) => {
  const answers = await Promise.all(persons.map((person) => edge.read(person, path)));
  return answers.map(({ status, body }) => (status === 200 ? 'ok' : body.code));
};

describe('what is due in a programme', () => {
  it('is told to those who run it, handle its money or audit it, with whoever has to do it', async () => {
    const { status, body } = await edge.read('ada', 'programmes/breakthrough/due?limit=200');
    expect(status).toBe(200);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toContain('release-tranche');
    const dates = body.items.map(({ due }: { due: string }) => due);
    expect(dates).toEqual([...dates].sort());
    expect(await codes('programmes/breakthrough/due', ['aud', 'acc', 'cora', 'hal', 'funder-region', 'stranger'])).toEqual([
      'ok',
      'ok',
      'forbidden',
      'forbidden',
      'forbidden',
      'forbidden',
    ]);
  });

  it('comes page by page without a gap, and up to an instant where one is given', async () => {
    const { body: all } = await edge.read('ada', 'programmes/breakthrough/due?limit=200');
    const names: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await edge.read('ada', `programmes/breakthrough/due?limit=2${cursor}`);
      names.push(...body.items.map(({ obligation }: { obligation: string }) => obligation));
      if (!body.next) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(names).toEqual(all.items.map(({ obligation }: { obligation: string }) => obligation));
    const { body: none } = await edge.read('ada', 'programmes/breakthrough/due?dueBefore=2001-01-01T00:00:00Z');
    expect(none.items).toEqual([]);
  });
});

describe('payments that wait for a second person', () => {
  it('say what they wait for, and who acted already and cannot go on', async () => {
    const { body } = await edge.read('acc', 'programmes/breakthrough/payments');
    expect(body.items).toMatchObject([{ project: 'workshops', phase: 'concept', kind: 'instalment', awaits: 'release', needed: 0, acted: ['hal'] }]);
    const [{ amount, shares }] = body.items;
    expect(shares.reduce((sum: number, share: { amount: number }) => sum + share.amount, 0)).toBe(amount);
    expect(await codes('programmes/breakthrough/payments', ['ada', 'aud', 'cora', 'hal', 'rea'])).toEqual([
      'ok',
      'ok',
      'forbidden',
      'forbidden',
      'forbidden',
    ]);
  });
});

describe('the budget of a programme', () => {
  it('adds up by funder and by call: envelope, awards, what is left, payments', async () => {
    const { body } = await edge.read('ada', 'programmes/breakthrough/budget');
    for (const { envelope, awarded, remaining, committed, ordered, toOrder } of body.funders) {
      expect(awarded + remaining).toBe(envelope);
      expect(ordered + toOrder).toBe(committed);
    }
    const paid = (of: string) => body.funders.find(({ funder }: { funder: string }) => funder === of).paid;
    const [{ paid: byCall, awarded }] = body.lines;
    expect(byCall.map(({ funder, amount }: { funder: string; amount: number }) => [funder, amount])).toEqual([
      ['region', paid('region')],
      ['esf', paid('esf')],
    ]);
    expect(awarded.reduce((sum: number, share: { amount: number }) => sum + share.amount, 0)).toBe(9_000_000);
    expect(body.exposure.exposed).toBe(
      body.exposure.consolidated + body.exposure.levels.reduce((sum: number, level: { amount: number }) => sum + level.amount, 0),
    );
  });

  it('shows to a funder its own share to the cent, and nothing of the others', async () => {
    const { body: all } = await edge.read('ada', 'programmes/breakthrough/budget');
    const { body: own } = await edge.read('funder-region', 'programmes/breakthrough/budget');
    expect(own.funders).toEqual(all.funders.filter(({ funder }: { funder: string }) => funder === 'region'));
    expect(JSON.stringify(own)).not.toContain('esf');
    expect(own.exposure).toBeUndefined();
    expect(await codes('programmes/breakthrough/budget', ['cora', 'hal', 'rea', 'stranger'])).toEqual(['ok', 'forbidden', 'forbidden', 'forbidden']);
  });
});

describe('what the funders were told', () => {
  beforeAll(async () => {
    const content = { decision: 'd', stream: 'project-workshops', decidedAt: '2024-06-20T08:00:00Z', says: { fr: 'Signée', en: 'Signed' } };
    const { rows } = await edge.fresh.pool.query<{ id: string }>(
      `INSERT INTO delivery.notice (tenant, programme, funder, channel, decision, position, address, content, state, attempts, due_at)
       VALUES ($1, 'breakthrough', 'region', 'webhook', 'd', 1, 'https://hooks.region.example', $2, 'pending', 1, '2024-06-20T09:00:00Z'),
              ($1, 'breakthrough', 'region', 'email', 'd', 1, 'sealed', $2, 'sent', 1, '2024-06-20T09:00:00Z') RETURNING id`,
      [TENANT, content],
    );
    await edge.fresh.pool.query(
      `INSERT INTO delivery.attempt VALUES ($1, 1, '2024-06-20T08:00:01Z', 'answered 503'), ($2, 1, '2024-06-20T08:00:01Z', '250')`,
      [rows[0]!.id, rows[1]!.id],
    );
  });

  it('is told to whoever sets where they are told, way by way and notice by notice', async () => {
    const { body } = await edge.read('ada', 'programmes/breakthrough/deliveries?limit=1');
    expect(body.ways).toMatchObject([
      { funder: 'region', channel: 'email', counts: { sent: 1, pending: 0 }, lastSent: '2024-06-20T08:00:01.000Z' },
      { funder: 'region', channel: 'webhook', counts: { pending: 1 }, lastFailure: { outcome: 'answered 503' } },
    ]);
    expect(body.items).toMatchObject([{ channel: 'email', state: 'sent' }]);
    const { body: rest } = await edge.read('ada', `programmes/breakthrough/deliveries?limit=1&cursor=${body.next}`);
    expect(rest.items).toMatchObject([{ channel: 'webhook', state: 'pending', next: '2024-06-20T09:00:00.000Z' }]);
    expect((await edge.read('ada', 'programmes/breakthrough/deliveries?state=failed')).body.items).toEqual([]);
    expect(await codes('programmes/breakthrough/deliveries', ['rea', 'hal', 'funder-region', 'stranger'])).not.toContain('ok');
  });
});
