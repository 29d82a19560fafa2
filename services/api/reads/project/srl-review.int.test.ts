import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../../testing/edge.ts';

let edge: Edge;
let lived: LivedProgramme;
const at = '2025-06-02T08:00:00Z';
const level = (number: number, outcome: string, more: object = {}) => ({ level: number, outcome, evidence: `Seen at ${number}.`, ...more });

/** One project in its concept phase, with one review that was concluded and another that is open. */
beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  lived = new LivedProgramme(edge.fresh.log, TENANT);
  await lived.openCall();
  for (const [person, role] of Object.entries({ hal: 'project-holder', rob: 'reviewer', aud: 'auditor', chris: 'committee-chair' }))
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await lived.select();
  await lived.fund('workshops');
  await lived.follow('workshops');
  await lived.ask('project/workshops', 'open-srl-review', {}, 'ada', at);
});
afterAll(() => edge?.close());

const read = async (person: string) => {
  const { status, body } = await edge.read(person, 'projects/workshops/srl-review');
  expect({ status, problem: body.code }).toEqual({ status: 200, problem: undefined });
  return body;
};

describe('the SRL review of a project', () => {
  it('says what the last review rested on, its evidence only to whom its class admits', async () => {
    const { last, scale } = await read('aud');
    expect(scale).toContain('CC BY-ND');
    expect(last).toMatchObject({ review: 1, assessments: [{ claimed: 2, levels: [{ level: 1, evidence: 'Survey of needs.' }, { level: 2 }] }] });
    const toHolder = (await read('hal')).last.assessments[0];
    expect(toHolder.levels.map(Object.keys)).toEqual([
      ['level', 'outcome'],
      ['level', 'outcome'],
    ]);
    expect(toHolder.assessor).toBeUndefined();
  });

  it('says who may assess it, and waits for an assessment', async () => {
    expect((await read('rob')).can).toEqual({ assess: true, reconcile: false, conclude: false, open: false });
    expect((await read('hal')).can.assess).toBe(false);
    expect((await read('ada')).open).toMatchObject({ review: 2, awaits: 'assessment', assessed: 0, assessments: [] });
  });

  it('shows an assessment to those who judge, and never to its holder while the review is open', async () => {
    const levels = [level(1, 'consolidated', { confidentiality: 'restricted' }), level(2, 'to-consolidate')];
    await lived.ask('project/workshops', 'assess-srl', { claimed: 2, levels }, 'rob', at);
    expect((await read('hal')).open).toMatchObject({ assessed: 1, assessments: [] });
    const { open } = await read('chris');
    expect(open.assessments[0].levels).toEqual([{ level: 1, outcome: 'consolidated' }, level(2, 'to-consolidate')]);
    expect((await read('rob')).open.assessments[0]).toMatchObject({ mine: true, levels: [{ evidence: 'Seen at 1.' }, {}] });
    expect(await read('ada')).toMatchObject({
      can: { conclude: true },
      open: {
        awaits: 'conclusion',
        settled: [
          { level: 1, outcome: 'consolidated' },
          { level: 2, outcome: 'to-consolidate' },
        ],
      },
    });
  });
});
