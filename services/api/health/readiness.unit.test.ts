import { LogUnavailable } from '@jalon/decision-log';
import { describe, expect, it } from 'vitest';
import { readiness, type Watched } from './readiness.ts';

const now = () => new Date('2027-03-01T09:00:00Z');
const lag = (name: string, tenant: string, behind: number, ageMs: number) => ({ name, tenant, position: 7, behind, ageMs });
const both = { temporal: { address: 'a:1', namespace: 'n', taskQueue: 'q' }, kafka: { brokers: ['b:1'] } };
const well: Watched = {
  lags: async () => [],
  imports: async () => [],
  viewLag: async () => [],
  sealAlarms: async () => [],
  now,
  configuration: both,
};

describe('readiness', () => {
  it('is whole when everything that follows the log keeps up', async () => {
    const lags = async () => [lag('kafka', 'a', 0, 0), lag('kafka', 'b', 3, 400), lag('workflows', 'a', 1, 20), lag('seal', 'a', 2, 30)];
    expect(await readiness({ ...well, lags })).toEqual({
      status: 'ok',
      parts: {
        database: { status: 'ok' },
        temporal: { status: 'ok', behind: 1 },
        kafka: { status: 'ok', behind: 3 },
        views: { status: 'ok', behind: 0 },
        seal: { status: 'ok', behind: 2 },
      },
    });
  });

  it('says which part lags, by how much, while decisions are taken', async () => {
    const lags = async () => [lag('kafka', 'a', 12, 61_000), lag('workflows', 'a', 0, 0)];
    expect(await readiness({ ...well, lags })).toMatchObject({
      status: 'lagging',
      parts: { kafka: { status: 'lagging', behind: 12, detail: expect.stringContaining('61 s') }, temporal: { status: 'ok' } },
    });
  });

  it('says how far the views are behind, and that they cannot be read', async () => {
    const viewLag = async () => [{ tenant: 'a', applied: 4, head: 9, behind: 5, since: '2027-03-01T08:59:00Z' }];
    expect((await readiness({ ...well, viewLag })).parts.views).toMatchObject({ status: 'lagging', behind: 5 });
    const broken = () => Promise.reject(new Error('relation does not exist'));
    expect(await readiness({ ...well, viewLag: broken })).toMatchObject({ status: 'lagging', parts: { views: { status: 'down' } } });
  });

  it('says that a tenant is not sealed any more, and which one to nobody', async () => {
    const sealAlarms = async () => [{ tenant: 'a', reason: 'changed', since: now() }];
    const { status, parts } = await readiness({ ...well, sealAlarms });
    expect([status, parts.seal?.status]).toEqual(['lagging', 'down']);
    expect(parts.seal?.detail).toContain('jalon fsck');
    expect((await readiness(well)).parts.seal).toMatchObject({ status: 'off' });
  });

  it('says that histories are being imported, since nothing falls due meanwhile', async () => {
    const imports = async () => [{ tenant: 'a', name: 'archive' }];
    const { status, parts } = await readiness({ ...well, imports });
    expect(status).toBe('lagging');
    expect(parts.temporal).toEqual({ status: 'lagging', detail: expect.stringContaining('archive (a)') });
    expect((await readiness({ ...well, imports, configuration: {} })).parts.temporal).toMatchObject({ status: 'off' });
  });

  it('says what is off, whatever it was behind when it was switched off, and is ready all the same', async () => {
    const lags = async () => [lag('kafka', 'a', 400, 9_000_000), lag('workflows', 'a', 400, 9_000_000)];
    expect(await readiness({ ...well, lags, configuration: {} })).toMatchObject({
      status: 'ok',
      parts: { temporal: { status: 'off' }, kafka: { status: 'off' } },
    });
  });

  it('is lost only with the database', async () => {
    const lags = () => Promise.reject(new LogUnavailable('PostgreSQL at 10.0.0.7 did not answer'));
    const state = await readiness({ ...well, lags });
    expect(state).toMatchObject({ status: 'down', parts: { database: { status: 'down', detail: expect.stringContaining('log-unavailable') } } });
    expect(JSON.stringify(state)).not.toContain('10.0.0.7');
  });
});
