import { newId } from '@jalon/runtime';
import { type LossyConnection, lossyConnection } from '@jalon/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Edge, foundAuthority, startEdge } from './testing/edge.ts';

const funder = { funder: 'region', name: { fr: 'Région', en: 'Region' }, kind: 'region', notify: {} };
let edge: Edge;
let between: LossyConnection;

beforeEach(async () => {
  edge = await startEdge({
    postgresUrl: inject('servers').postgresUrl,
    through: async (url) => {
      between = await lossyConnection(url);
      return between.url;
    },
  });
  await foundAuthority(edge);
});
afterEach(async () => {
  await edge.close();
  await between.close();
});

describe('while PostgreSQL cannot be reached', () => {
  it('a decision is answered with 503 and when to try again, and so is a read', async () => {
    await edge.read('ana', 'calls');
    const before = await edge.head();
    await between.close();
    for (const answered of [
      await edge.ask('ana', 'programmes/isr/add-funder', funder),
      await edge.read('ana', 'journal'),
      await edge.read('ana', 'calls'),
    ]) {
      expect({ status: answered.status, code: answered.body.code }).toEqual({ status: 503, code: 'log-unavailable' });
      expect(answered.headers['retry-after']).toBe('2');
      expect(answered.body.reference).toBeTruthy();
      expect(JSON.stringify(answered.body)).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|postgres/i);
    }
    expect(await edge.head()).toBe(before);
  });

  it('it is alive and not ready, and says which part is down', async () => {
    await between.close();
    expect((await edge.send({ method: 'GET', url: '/livez' })).status).toBe(200);
    const { status, body } = await edge.send({ method: 'GET', url: '/readyz' });
    expect(status).toBe(503);
    expect(body).toMatchObject({ status: 'down', parts: { database: { status: 'down' } } });
  });
});

describe('when an answer of PostgreSQL is lost', () => {
  it('the decision is found again and not taken twice, also when the command is sent once more', async () => {
    const key = newId();
    const send = () => edge.ask('ana', 'programmes/isr/add-funder', funder, { 'idempotency-key': key });
    between.loseAnswerTo('append');
    const first = await send();
    expect(between.lost()).toBe(1);
    expect(first.status).toBeLessThan(300);
    const second = await send();
    expect({ status: second.status, replayed: second.headers['idempotency-replayed'] }).toEqual({ status: 200, replayed: 'true' });
    expect(second.body).toEqual(first.body);
    const added = (await edge.fresh.log.readLog('tenant-a', { after: 0, limit: 100 })).filter(({ type }) => type === 'funder-added');
    expect(added.map(({ id }) => id)).toEqual(second.body.decisions.map(({ id }: { id: string }) => id));
  });
});
