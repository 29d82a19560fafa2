import { viewApplier } from '@jalon/read-models';
import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../../testing/edge.ts';

let edge: Edge;
const roles = { hal: 'project-holder', rea: 'reviewer', aud: 'auditor', cora: 'committee-chair', 'funder-region': 'funder' };

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  const lived = new LivedProgramme(edge.fresh.log, TENANT);
  await lived.openCall();
  for (const [person, role] of Object.entries(roles))
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await lived.select();
  await lived.fund('workshops');
  await viewApplier(edge.fresh.pool, edge.fresh.log).catchUp();
});
afterAll(() => edge?.close());

interface Element {
  readonly point: string;
  readonly status: string;
  readonly missing: readonly string[];
  readonly pieces: readonly { readonly type: string; readonly decision: string; readonly told: { readonly en: string } }[];
}

describe('the audit file of a project, over HTTP', () => {
  it('puts its decisions to the points of Annex XIII, and names what is missing', async () => {
    const { status, body } = await edge.read('aud', 'projects/workshops/audit-file');
    expect(status).toBe(200);
    const elements = new Map((body.elements as readonly Element[]).map((element) => [element.point, element]));
    expect([...elements.keys()]).toEqual([...Array.from({ length: 13 }, (_, index) => String(index + 1)), 'C']);
    const types = elements.get('1')!.pieces.map(({ type }) => type);
    for (const type of ['call-published', 'application-submitted', 'review-submitted', 'selection-concluded', 'grant-awarded'])
      expect(types).toContain(type);
    expect(elements.get('2')).toMatchObject({ status: 'complete', missing: [] });
    expect(elements.get('10')).toMatchObject({ status: 'missing', missing: expect.arrayContaining(['Aucun indicateur n’a été convenu.']) });
    expect(elements.get('7')).toMatchObject({ status: 'not-applicable', pieces: [] });
  });

  it('is for those who may see the reviews and the money, and each look at it is noted', async () => {
    const codes = await Promise.all(
      ['ada', 'cora', 'hal', 'rea', 'funder-region', 'stranger'].map((who) => edge.read(who, 'projects/workshops/audit-file')),
    );
    expect(codes.map(({ status }) => status === 200)).toEqual([true, true, false, false, false, false]);
    const { body } = await edge.read('aud', 'access-journal?part=projects.audit-file');
    expect(body.items.map(({ who }: { who: { id: string } }) => who.id).sort()).toEqual(['ada', 'aud', 'cora']);
  });

  it('does not exist for what does not exist', async () =>
    expect((await edge.read('aud', 'projects/nowhere/audit-file')).body.code).toBe('thing-unknown'));
});
