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
    ['rea', 'reviewer'],
    ['rob', 'reviewer'],
    ['rolf', 'reviewer'],
    ['aud', 'auditor'],
    ['cora', 'committee-chair'],
  ]) {
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  }
  await lived.ask('programme/breakthrough', 'declare-expertise', { topics: ['repair'] }, 'rolf', '2023-10-04T08:00:00Z');
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await lived.ask('project/workshops', 'declare-conflict', { nature: 'family' }, 'rolf', '2024-02-21T08:00:00Z');
  await lived.ask('project/workshops', 'assign-reviewer', { reviewer: 'aud' }, 'ada', '2024-02-22T08:00:00Z');
  await viewApplier(edge.fresh.pool, edge.fresh.log).catchUp();
});
afterAll(() => edge?.close());

const read = (person: string) => edge.read(person, 'calls/spring/assignments');

describe('who reviews what in a call', () => {
  it('tells for each application in review who was asked, who submitted, and who is in conflict of interest', async () => {
    const { body } = await read('ada');
    expect(body.applications).toMatchObject([{ project: 'workshops', number: 1, holder: 'hal', conflicts: ['rolf'], missing: 0 }]);
    const standings = body.applications[0].reviews.map(({ person, standing }: { person: string; standing: string }) => [person, standing]);
    expect(Object.fromEntries(standings)).toMatchObject({ rea: 'submitted', rob: 'submitted', aud: 'asked' });
  });

  it('tells of each reviewer what they know and still owe', async () => {
    const { body } = await read('ada');
    expect(body.reviewers).toEqual([
      { person: 'rea', topics: [], open: 0, submitted: 1 },
      { person: 'rob', topics: [], open: 0, submitted: 1 },
      { person: 'rolf', topics: ['repair'], open: 0, submitted: 0 },
    ]);
  });

  it('is for those who run or check the call only', async () => {
    const answers = await Promise.all(['aud', 'cora', 'rea', 'hal', 'stranger'].map(read));
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 403, 403, 403]);
  });
});
