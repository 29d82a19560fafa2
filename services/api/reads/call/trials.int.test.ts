import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../../testing/edge.ts';

let edge: Edge;
let lived: LivedProgramme;
const CLOSED = '2024-03-08T23:00:00Z';

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  lived = new LivedProgramme(edge.fresh.log, TENANT);
  await lived.openCall();
  const roles = { hal: 'project-holder', rea: 'reviewer', aud: 'auditor', cora: 'committee-chair', 'funder-region': 'funder' };
  for (const [person, role] of Object.entries(roles)) {
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  }
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await lived.apply('lanterns', 'Lanternes', 3.5);
  await lived.apply('mills', 'Moulins', 4);
});
afterAll(() => edge?.close());

async function whatIf(person: string, changes: object, call = 'spring') {
  const authorization = `Bearer ${await edge.issuer.token(person)}`;
  return edge.send({ method: 'POST', url: `/v1/calls/${call}/what-if`, payload: changes, headers: { authorization } });
}
const firmness = (person: string, query = '') => edge.read(person, `calls/spring/firmness${query}`);

describe('before the selection', () => {
  it('says why the applications of an open call cannot be ranked', async () => {
    expect(await whatIf('cora', {})).toMatchObject({ status: 409, body: { code: 'call-not-closed' } });
    expect(await firmness('cora')).toMatchObject({ status: 409, body: { code: 'call-not-closed' } });
  });

  it('shows the committee what would be selected, how firm it is, and what other money would do', async () => {
    await lived.ask('call/spring', 'close-call', {}, { kind: 'process', id: 'journeys' }, CLOSED);
    const { status, body } = await whatIf('cora', { envelope: { region: 30_000_000, esf: 10_000_000 } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ call: 'spring', basis: { concluded: false, policyVersion: 0 }, agrees: true, changesSelection: true });
    expect(body.real.ranking.map(({ application, outcome }: { application: string; outcome: string }) => [application, outcome])).toEqual([
      ['workshops', 'selected'],
      ['mills', 'selected'],
      ['lanterns', 'reserve'],
    ]);
    expect(body.moves).toEqual([{ application: 'lanterns', from: { outcome: 'reserve', rank: 3 }, to: { outcome: 'selected', rank: 3 } }]);
    const firm = await firmness('cora', '?draws=40&seed=spring');
    expect(firm.body).toMatchObject({ selected: ['workshops', 'mills'], shares: { seed: 'spring', draws: 40, spread: 10 } });
    expect(firm.body.shares.projects).toContainEqual({ application: 'workshops', outcome: 'selected', selected: 40, share: 1 });
  });
});

describe('after the selection', () => {
  beforeAll(async () => {
    await lived.ask('call/spring', 'conclude-selection', {}, 'chris', '2024-05-15T08:00:00Z');
    await lived.ask('project/workshops', 'decide-funding', { funder: 'esf', outcome: 'granted' }, 'esf-officer', '2024-06-03T08:00:00Z');
  });

  it('tries another total beside the selection that was concluded, and records nothing', async () => {
    const head = await edge.head();
    const { body } = await whatIf('aud', { thresholds: { total: 85 } });
    expect(body).toMatchObject({ basis: { concluded: true, at: '2024-05-15T08:00:00.000Z' }, agrees: true, changesSelection: true });
    expect(body.moves.map(({ application, to }: { application: string; to: object }) => [application, to])).toEqual([
      ['mills', { outcome: 'not-selected' }],
      ['lanterns', { outcome: 'not-selected' }],
    ]);
    expect(await edge.head()).toBe(head);
    const { body: journal } = await edge.read('aud', 'access-journal?part=calls.what-if&who=aud');
    expect(journal.items[0]).toMatchObject({
      who: { id: 'aud' },
      what: { part: 'calls.what-if', thing: 'call-spring', more: { changes: { thresholds: { total: 85 } } } },
      why: 'trial',
    });
  });

  it('tells how far the total may go up before the second is lost, and which reviewer decides it', async () => {
    const { status, body } = await firmness('aud');
    expect(status).toBe(200);
    expect(body.thresholds.find(({ threshold }: { threshold: string }) => threshold === 'total').up).toEqual({
      holdsTo: 80,
      changesAt: 80.001,
      moves: [{ application: 'mills', from: { outcome: 'selected', rank: 2 }, to: { outcome: 'not-selected' } }],
    });
    expect(body.reviewers).toEqual([
      { reviewer: 'rea', reviews: 3, changesSelection: false, moves: [] },
      { reviewer: 'rob', reviews: 3, changesSelection: false, moves: [] },
    ]);
    expect((await firmness('aud')).body).toEqual(body);
  });

  it('names the reviewers only to those who may know them', async () => {
    const { body } = await firmness('funder-region');
    expect(body.reviewers).toEqual([
      { reviews: 3, changesSelection: false, moves: [] },
      { reviews: 3, changesSelection: false, moves: [] },
    ]);
    expect(await whatIf('funder-region', { leaveOut: ['rea'] })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await whatIf('aud', { leaveOut: ['rea', 'rob'] })).toMatchObject({
      status: 200,
      body: { tried: { ranking: [], unjudged: ['workshops', 'lanterns', 'mills'] } },
    });
  });
});

describe('a trial that cannot be', () => {
  it.each([
    [{ weights: { charm: 20 } }, 'weights.charm'],
    [{ weights: { cooperation: -1 } }, 'weights.cooperation'],
    [{ weights: { cooperation: 0.0001 } }, 'weights.cooperation'],
    [{ thresholds: { total: 101 } }, 'thresholds.total'],
    [{ floors: { charm: 3 } }, 'floors.charm'],
    [{ tieBreak: ['novelty', 'novelty'] }, 'tieBreak'],
    [{ leaveOut: ['nobody'] }, 'leaveOut.0'],
    [{ envelope: { caf: 1 } }, 'envelope.caf'],
    [{ envelope: { region: 0, esf: 0 } }, 'envelope'],
  ])('%j is told by its field', async (changes, field) => {
    const { status, body } = await whatIf('aud', changes);
    expect(status).toBe(400);
    expect(body.code).toBe('input-invalid');
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it('is of a call that is not there, or of another tenant', async () => {
    expect(await whatIf('aud', {}, 'autumn')).toMatchObject({ status: 404, body: { code: 'thing-unknown' } });
    const authorization = `Bearer ${await edge.issuer.token('aud', { claims: { tenant: 'tenant-b' } })}`;
    const elsewhere = await edge.send({ method: 'POST', url: '/v1/calls/spring/what-if', payload: {}, headers: { authorization } });
    expect(elsewhere.status).toBe(404);
  });

  it('is not for a holder or a reviewer', async () => {
    for (const person of ['hal', 'rea', 'stranger']) expect((await whatIf(person, {})).status).toBe(403);
    expect((await firmness('hal')).status).toBe(403);
  });
});
