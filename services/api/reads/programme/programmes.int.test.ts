import { viewApplier } from '@jalon/read-models';
import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../../testing/edge.ts';

let edge: Edge;
const roles = { hal: 'project-holder', rea: 'reviewer', aud: 'auditor', 'funder-region': 'funder', 'funder-caf': 'funder' };

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  const lived = new LivedProgramme(edge.fresh.log, TENANT);
  await lived.openCall();
  for (const [person, role] of Object.entries(roles)) {
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  }
  await lived.ask('programme/breakthrough', 'declare-expertise', { topics: ['repair'] }, 'rea', '2023-10-04T08:00:00Z');
  await viewApplier(edge.fresh.pool, edge.fresh.log).catchUp();
});
afterAll(() => edge?.close());

const page = async (person: string) => (await edge.read(person, 'programmes/breakthrough')).body;

describe('a programme', () => {
  it('is listed for whoever takes part in it, and for nobody else', async () => {
    const listed = async (person: string) =>
      (await edge.read(person, 'programmes')).body.items.map(({ programme }: { programme: string }) => programme);
    expect(await listed('ada')).toEqual(['breakthrough']);
    expect(await listed('funder-region')).toEqual(['breakthrough']);
    expect(await listed('funder-caf')).toEqual([]);
    expect(await listed('stranger')).toEqual([]);
  });

  it('tells what people know to those who run or check it only', async () => {
    expect((await page('ada')).expertise).toEqual({ rea: ['repair'] });
    expect((await page('aud')).expertise).toEqual({ rea: ['repair'] });
    expect((await page('rea')).expertise).toBeUndefined();
    expect((await page('hal')).expertise).toBeUndefined();
  });
});
