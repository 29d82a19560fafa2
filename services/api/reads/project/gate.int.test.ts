import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../../testing/edge.ts';

let edge: Edge;
let lived: LivedProgramme;

/** One project in its concept phase, whose first review found level 2; a sitting has its gate on the agenda. */
beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  lived = new LivedProgramme(edge.fresh.log, TENANT);
  await lived.openCall();
  for (const [person, role] of Object.entries({ hal: 'project-holder', cora: 'committee-chair', aud: 'auditor' }))
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await lived.select();
  await lived.fund('workshops');
  await lived.follow('workshops');
  const convened = {
    programme: 'breakthrough',
    heldAt: '2025-03-20T12:00:00Z',
    members: ['cora', 'cem', 'cyr'].map((person) => ({ person, voice: 'deliberative' })),
    chair: 'cora',
    items: [{ item: 'gate', project: 'workshops', question: 'gate' }],
  };
  await lived.ask('sitting/march', 'convene-sitting', convened, 'cora', '2025-03-01T08:00:00Z');
});
afterAll(() => edge?.close());

const read = async (person: string) => {
  const { status, body } = await edge.read(person, 'projects/workshops/gate');
  expect({ status, problem: body.code }).toEqual({ status: 200, problem: undefined });
  return body;
};

describe('the gate of a project', () => {
  it('says what the policy asks and what stands', async () => {
    const { gate } = await read('aud');
    expect(gate).toMatchObject({
      from: 'concept',
      to: 'pilot',
      earlier: [],
      needed: { reached: 4, consolidated: 3 },
      review: { review: 1, reached: 2, consolidated: 1 },
      reaches: false,
      evidence: [{ kind: 'srl-review', there: true }],
    });
    expect([gate.prepared, gate.avis, gate.avisRequired]).toEqual([undefined, undefined, false]);
  });

  it('names the sittings that have it on their agenda, to those who may read them', async () => {
    expect((await read('cora')).sittings).toEqual([{ sitting: 'march', item: 'gate', heldAt: '2025-03-20T12:00:00Z' }]);
    expect((await read('hal')).sittings).toEqual([]);
  });

  it('is for an administrator or the chair to decide, and for its holder to read', async () => {
    expect((await read('ada')).can).toEqual({ prepare: true, decide: true });
    expect((await read('cora')).can).toEqual({ prepare: false, decide: true });
    expect((await read('hal')).can).toEqual({ prepare: false, decide: false });
  });

  it('has its file in words, and is over once it is decided', async () => {
    await lived.ask('project/workshops', 'prepare-gate', { summary: 'Level 2 is reached.' }, 'ada', '2025-03-02T08:00:00Z');
    expect((await read('cora')).gate.prepared).toMatchObject({ review: 1, summary: 'Level 2 is reached.' });
    expect((await read('ada')).can.prepare).toBe(false);
    await lived.ask('project/workshops', 'decide-gate', { outcome: 'exit-with-shared-results', reasons: 'Shared.' }, 'cora', '2025-03-21T08:00:00Z');
    expect(await read('ada')).toMatchObject({ can: { prepare: false, decide: false }, sittings: [] });
    expect((await read('ada')).gate).toBeUndefined();
  });
});
