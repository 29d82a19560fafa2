import { viewApplier } from '@jalon/read-models';
import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../../testing/edge.ts';

let edge: Edge;

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  const lived = new LivedProgramme(edge.fresh.log, TENANT);
  await lived.openCall();
  for (const [person, role] of [
    ['funder-region', 'funder'],
    ['funder-esf', 'funder'],
    ['funder-caf', 'funder'],
  ]) {
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  }
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await lived.select();
  await lived.fund('workshops');
  await lived.follow('workshops');
  await viewApplier(edge.fresh.pool, edge.fresh.log).catchUp();
});
afterAll(() => edge?.close());

const items = async (person: string) => (await edge.read(person, 'co-funded')).body.items;

describe('what a funder co-funds', () => {
  it('is its own share to the cent: with the others’ it makes the whole grant', async () => {
    const [region] = await items('funder-region');
    const [esf] = await items('funder-esf');
    expect(region).toMatchObject({ project: 'workshops', decided: 'granted', stage: 'concept' });
    expect(region.asked + esf.asked).toBe(9_000_000);
    expect(region.granted + esf.granted).toBe(9_000_000);
    const { body: page } = await edge.read('ada', 'projects/workshops');
    expect(region.paid + esf.paid).toBe(page.paid);
  });

  it('comes with the SRL trajectory', async () => {
    const [region] = await items('funder-region');
    expect(region.trajectory).toMatchObject([{ review: 1, missed: false, claimed: 2 }]);
  });

  it('is nothing for who puts nothing in, or speaks for no funder', async () => {
    expect(await items('funder-caf')).toEqual([]);
    expect(await items('ada')).toEqual([]);
  });
});
