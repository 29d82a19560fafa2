import { viewApplier } from '@jalon/read-models';
import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../testing/edge.ts';

let edge: Edge;
const roles = { rea: 'reviewer', rob: 'reviewer', rolf: 'reviewer', rina: 'reviewer', aud: 'auditor' };

/** Two applications in review: one with alike reviews and a third that is awaited, one with reviews that are far apart. */
beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  const lived = new LivedProgramme(edge.fresh.log, TENANT);
  await lived.openCall();
  for (const [person, role] of Object.entries(roles)) {
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  }
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await lived.apply('seeds', 'Grainothèque', 4.5, 2);
  await lived.ask('project/workshops', 'assign-reviewer', { reviewer: 'rolf' }, 'ada', '2024-02-22T08:00:00Z');
  await viewApplier(edge.fresh.pool, edge.fresh.log).catchUp();
});
afterAll(() => edge?.close());

const read = async (person: string, path: string) => {
  const { status, body } = await edge.read(person, path);
  expect({ status, path, problem: body.code }).toEqual({ status: 200, path, problem: undefined });
  return body;
};
const asked = async (person: string) =>
  (await read(person, 'my-reviews')).items.map(({ project, submittedAt }: Record<string, unknown>) => [project, submittedAt !== undefined]);

describe('my reviews', () => {
  it('are those asked of me, written or not; another reviewer has theirs, and whoever was asked for none has none', async () => {
    expect(await asked('rolf')).toEqual([['workshops', false]]);
    expect((await asked('rea')).toSorted()).toEqual([
      ['seeds', true],
      ['workshops', true],
    ]);
    expect(await asked('rina')).toEqual([]);
    expect(await asked('aud')).toEqual([]);
  });
});

describe('what a review is made by', () => {
  it('is the rubric in force with its thresholds, by when, and how many are awaited', async () => {
    const { rubric, thresholds, mine, awaited, needed, blind, reviews } = await read('rolf', 'projects/workshops/reviews');
    expect(rubric).toHaveLength(14);
    expect(rubric[1]).toEqual({ criterion: 'cooperation', block: 'breakthrough', points: 12, floor: 2.5 });
    expect([thresholds, awaited, needed, blind]).toEqual([{ total: 60, blockPercent: 50 }, 1, 0, true]);
    expect(mine).toEqual({ dueOn: '2024-03-23' });
    expect(reviews).toEqual([]);
  });

  it('says nothing of how far apart the others are to a reviewer who still has to write', async () => {
    expect((await read('rolf', 'projects/workshops/reviews')).diverging).toBeUndefined();
    expect((await read('rea', 'projects/workshops/reviews')).diverging).toBe(false);
  });

  it('tells reviewers who differ widely, and shows what they agree on once it is recorded', async () => {
    const before = await read('rob', 'projects/seeds/reviews');
    expect([before.diverging, before.divergence, before.needed, before.consensus]).toEqual([true, 20, 1, undefined]);
    const marks = before.rubric.map(({ criterion }: { criterion: string }) => ({ criterion, mark: 3, reason: 'Read again together.' }));
    expect((await edge.ask('rob', 'projects/seeds/record-consensus', { marks, comment: 'Two readings.' })).status).toBe(201);
    const { consensus, needed } = await read('rea', 'projects/seeds/reviews');
    expect([consensus.comment, consensus.marks[0].mark, needed]).toEqual(['Two readings.', 3, 0]);
  });

  it('is hidden from whoever declared a conflict of interest', async () => {
    expect((await edge.ask('rolf', 'projects/workshops/declare-conflict', { nature: 'family' })).status).toBe(201);
    expect((await edge.read('rolf', 'projects/workshops/reviews')).body.code).toBe('forbidden');
    expect(await asked('rolf')).toEqual([]);
  });
});
