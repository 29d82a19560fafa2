import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../../testing/edge.ts';

let edge: Edge;
let lived: LivedProgramme;
const project = 'project/workshops';
const path = 'projects/workshops/application';
const file = { name: 'Comptes 2023', mediaType: 'application/pdf', size: 4_096 };
const hash = (digit: string) => digit.repeat(64);

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  lived = new LivedProgramme(edge.fresh.log, TENANT);
  await lived.openCall();
  for (const [person, role] of Object.entries({ hal: 'project-holder', hugo: 'project-holder', rea: 'reviewer', acc: 'accountant' }))
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
});
afterAll(() => edge?.close());

describe('the file of an application', () => {
  it('is read by its holder and by those who judge it, and by no other holder', async () => {
    expect((await edge.read('rea', path)).status).toBe(200);
    expect((await edge.read('hugo', path)).body.code).toBe('forbidden');
    const { body } = await edge.read('hal', path);
    expect(body).toMatchObject({ mine: true, stage: 'in-review', changes: 'none', canBeHandedIn: false });
    expect(body.content.title).toBe('Ateliers de réparation');
    expect(body.call).toMatchObject({ call: 'spring', maxGrant: 15_000_000 });
    expect(body.receipt).toMatchObject({ number: 1, submittedAt: '2024-02-01T08:00:00.000Z' });
    expect(body.asked.criteria).toContain('cooperation');
  });

  it('opens again for the pieces that are asked for, and shows each to whom its class admits', async () => {
    const asked = { pieces: ['accounts'], information: ['Comment les locaux sont partagés.'] };
    await lived.ask(project, 'request-supplement', asked, 'ada', '2024-02-21T08:00:00Z');
    const attach = (digit: string, confidentiality: string) =>
      lived.ask(project, 'attach-piece', { kind: 'accounts', file: { ...file, hash: hash(digit), confidentiality } }, 'hal', '2024-02-22T08:00:00Z');
    await attach('a', 'restricted');
    await attach('b', 'assessors');
    const holders = (await edge.read('hal', path)).body;
    expect(holders.changes).toBe('supplement');
    expect(holders.supplements).toMatchObject([{ supplement: 1, awaited: true, ...asked }]);
    expect(holders.pieces).toHaveLength(2);
    const reviewers = (await edge.read('rea', path)).body;
    expect(reviewers.mine).toBe(false);
    expect(reviewers.pieces.map((piece: { file: { hash: string } }) => piece.file.hash)).toEqual([hash('b')]);

    await lived.ask(project, 'answer-supplement', { note: 'Les comptes sont joints.' }, 'hal', '2024-02-23T08:00:00Z');
    const answered = (await edge.read('hal', path)).body;
    expect(answered.changes).toBe('none');
    expect(answered.supplements).toMatchObject([{ awaited: false, note: 'Les comptes sont joints.' }]);
  });
});
