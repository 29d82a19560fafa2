import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../../testing/edge.ts';

let edge: Edge;
let ask: (command: string, input: unknown) => Promise<unknown>;
const reads = ['target-system', 'experiment', 'support', 'reporting'];

/** One project in its concept phase, whose holder writes about it. */
beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  const lived = new LivedProgramme(edge.fresh.log, TENANT);
  ask = (command, input) => lived.ask('project/workshops', command, input, 'hal', '2025-03-03T08:00:00Z');
  await lived.openCall();
  for (const [person, role] of Object.entries({ hal: 'project-holder', hugo: 'project-holder', rea: 'reviewer', aud: 'auditor' }))
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await lived.select();
  await lived.fund('workshops');
  await lived.follow('workshops');
});
afterAll(() => edge?.close());

const read = async (person: string, what: string) => {
  const { status, body } = await edge.read(person, `projects/workshops/${what}`);
  expect({ status, what, problem: body.code }).toEqual({ status: 200, what, problem: undefined });
  return body;
};
const both = { id: 'ateliers', title: 'Les Ateliers', carries: true };
const system = {
  finality: 'Rien de réparable n’est jeté.',
  present: 'Réparer est rare.',
  target: 'Chaque village a son atelier.',
  gap: 'Des lieux et des savoirs manquent.',
  arrangedBy: 'stakeholder',
  stakeholders: [both],
  challenges: [],
  evolutions: [{ id: 'habit', title: 'Réparer d’abord' }],
  works: [
    {
      id: 'trial',
      title: 'Ateliers d’essai',
      category: 'experimentation',
      under: 'ateliers',
      evolutions: ['habit'],
      roles: [{ actor: 'ateliers', role: 'key' }],
      contributors: [],
      priority: true,
    },
  ],
};

describe('what a project says of itself', () => {
  it('is for those who may read the project, and for no other holder', async () => {
    for (const what of reads) {
      expect((await edge.read('aud', `projects/workshops/${what}`)).status).toBe(200);
      expect((await edge.read('hugo', `projects/workshops/${what}`)).body.code).toBe('forbidden');
    }
    expect((await edge.read('hal', 'projects/nowhere/target-system')).body.code).toBe('thing-unknown');
  });

  it('has every version of the target system, what tells them apart, and where its parts stand in the drawing', async () => {
    await ask('revise-target-system', { system });
    await ask('publish-target-system', { note: 'Première version.' });
    const place = { trial: { x: 120, y: -40 } };
    await ask('revise-target-system', { system: { ...system, finality: 'Rien n’est jeté.', drawing: place } });
    const { draft, published, canRevise } = await read('hal', 'target-system');
    expect([draft.finality, draft.drawing, canRevise]).toEqual(['Rien n’est jeté.', place, true]);
    expect(published).toMatchObject([{ version: 1, note: 'Première version.', system: { finality: system.finality } }]);
    expect(await read('hal', 'target-system/differences?from=1&to=draft')).toMatchObject({ texts: ['finality'], works: { changed: [] } });
    expect((await read('aud', 'target-system')).canRevise).toBe(false);
    expect((await edge.read('hal', 'projects/workshops/target-system/differences?from=1&to=7')).body.code).toBe('thing-unknown');
  });

  it('tells an experimentation from its key functions to what was shared', async () => {
    await ask('name-key-functions', { keyFunctions: [{ id: 'premises', title: 'Locaux connus' }] });
    const frame = {
      title: 'Ateliers d’essai',
      stage: 'exploratory',
      perimeter: 'project',
      keyFunctions: ['premises'],
      methods: [],
      researchNeeds: [],
    };
    await ask('open-protocol', { protocol: 'trial', ...frame });
    const hypothesis = { protocol: 'trial', hypothesis: 'come', statement: 'On vient.', keyFunction: 'premises', rank: 1 };
    await ask('formulate-hypothesis', { ...hypothesis, criteria: [{ criterion: 'ten', text: 'Dix personnes.' }] });
    const activities = [{ what: 'Trois ateliers.', who: 'Les Ateliers', from: '2025-02-01', to: '2025-02-28' }];
    const tools = [{ name: 'Feuille', purpose: 'Compter.', tests: ['come'] }];
    await ask('plan-cycle', { protocol: 'trial', hypotheses: ['come'], activities, tools, mobilised: [] });
    const seen = { protocol: 'trial', hypothesis: 'come', observedOn: '2025-02-12', observation: 'Douze personnes.' };
    const file = { hash: 'c'.repeat(64), name: 'Feuille', mediaType: 'application/pdf', size: 12, confidentiality: 'restricted' };
    await ask('record-observation', { ...seen, attachments: [file] });
    const found = { result: 'validated', criteria: [{ criterion: 'ten', found: 'met' }], reasons: 'Plus de dix.' };
    await ask('conclude-hypothesis', { protocol: 'trial', hypothesis: 'come', ...found });
    const holders = await read('hal', 'experiment');
    expect(holders).toMatchObject({ canWrite: true, keyFunctions: [{ id: 'premises' }] });
    expect(holders.protocols[0]).toMatchObject({ underWay: 1, cycles: [{ cycle: 1, tools }] });
    expect(holders.protocols[0].hypotheses[0]).toMatchObject({ result: 'validated', conclusions: [found], observations: [{ attachments: [file] }] });
    const shared = { with: ['Communes'], learning: 'Le lieu compte.', effects: [], attachments: [] };
    await ask('share-cycle-results', { protocol: 'trial', ...shared });
    const [protocol] = (await read('hal', 'experiment')).protocols;
    expect(protocol.underWay).toBeUndefined();
    expect(protocol.cycles[0].shared).toMatchObject({ learning: 'Le lieu compte.' });
  });

  it('tells needs, and lessons to others only once they are published', async () => {
    await ask('state-need', { need: 'method', kind: 'method', detail: 'Une méthode.' });
    await ask('meet-need', { need: 'method', how: 'Trois jours.' });
    const lesson = { lesson: 'places', scope: 'collective', title: 'Le lieu', text: 'Un lieu connu.', tags: ['repair'], for: ['researchers'] };
    await ask('record-lesson', lesson);
    const holders = await read('hal', 'support');
    expect(holders.needs).toMatchObject([{ need: 'method', ended: { how: 'met', words: 'Trois jours.' } }]);
    expect(holders.lessons).toMatchObject([{ lesson: 'places', standing: 'recorded' }]);
    expect((await read('aud', 'support')).lessons).toEqual([]);
    await ask('publish-lesson', { lesson: 'places', to: 'public' });
    expect((await read('aud', 'support')).lessons).toMatchObject([{ standing: 'published', to: 'public' }]);
  });

  it('tells what was reported and declared, amounts to those who read the money', async () => {
    const report = { upTo: '2025-02-28', activity: 'Trois ateliers.', indicators: [], attachments: [] };
    await ask('submit-report', report);
    const { reports, expenditure, can } = await read('hal', 'reporting');
    expect(reports.at(-1)).toMatchObject({ upTo: '2025-02-28', activity: 'Trois ateliers.' });
    expect(can.report).toBe(true);
    expect(Array.isArray(expenditure)).toBe(true);
  });
});
