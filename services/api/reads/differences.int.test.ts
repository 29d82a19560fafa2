import { viewApplier } from '@jalon/read-models';
import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../testing/edge.ts';

let edge: Edge;
let beforeCorrection: string;

/** Workshops is funded and followed; lanterns is not selected, appeals, and is selected by a correction that holds from the first decision. */
beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  const lived = new LivedProgramme(edge.fresh.log, TENANT);
  await lived.openCall();
  const roles = { aud: 'auditor', hal: 'project-holder', rea: 'reviewer', rob: 'reviewer', cora: 'committee-chair', 'funder-region': 'funder' };
  for (const [person, role] of Object.entries(roles)) {
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  }
  await lived.ask('programme/breakthrough', 'grant-role', { person: 'petra', role: 'auditor' }, 'ada', '2023-10-04T08:00:00Z');
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await lived.apply('lanterns', 'Lanternes', 2);
  await lived.select();
  const notified = {
    outcome: 'not-selected',
    reasons: 'Below the threshold.',
    remedies: { authority: 'Région fictive', court: 'Tribunal de Nulle-Part' },
  };
  await lived.ask('project/lanterns', 'notify-outcome', notified, 'ada', '2024-05-20T08:00:00Z');
  await lived.ask('project/lanterns', 'lodge-appeal', { grounds: 'One criterion was left out.' }, 'hal', '2024-05-24T08:00:00Z');
  await lived.ask('project/lanterns', 'decide-appeal', { outcome: 'upheld', reasons: 'It was.' }, 'ada', '2024-05-30T08:00:00Z');
  await lived.fund('workshops');
  await lived.follow('workshops');
  beforeCorrection = new Date().toISOString();
  await lived.ask('project/lanterns', 'correct-outcome', { to: 'selected', reasons: 'The marks were counted.' }, 'ada', '2025-02-25T08:00:00Z');
  await lived.ask('programme/breakthrough', 'draft-policy', { policy: { reminders: [1] } }, 'ada', '2025-03-01T08:00:00Z');
  await viewApplier(edge.fresh.pool, edge.fresh.log).catchUp();
});
afterAll(() => edge?.close());

async function differences(path: string, person = 'aud') {
  const { status, body } = await edge.read(person, path);
  expect({ path, status, problem: body.code }).toEqual({ path, status: 200, problem: undefined });
  return body;
}
// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back
const types = (body: any): string[] => body.decisions.map(({ type }: { type: string }) => type);
const changed = (body: { changed: { path: string[]; before?: unknown; after?: unknown }[] }, ...path: string[]) =>
  body.changed.find((one) => one.path.join('/') === path.join('/'));

describe('what changed on a project between two instants', () => {
  it('is told decision by decision: who, why, under which rule and policy', async () => {
    const body = await differences('projects/workshops/differences?from=2024-06-01&to=2024-06-22');
    expect(types(body)).toEqual(['funding-granted', 'funding-granted', 'grant-awarded', 'agreement-signed', 'phase-entered']);
    expect(body).toMatchObject({ stream: 'project-workshops', from: '2024-06-01T23:59:59.999Z', to: '2024-06-22T23:59:59.999Z', by: 'took-effect' });
    expect(body.decisions[3]).toMatchObject({
      actor: { kind: 'person', id: 'ada' },
      told: { fr: expect.any(String) },
      ruleVersion: expect.any(Number),
      authorisation: ['test'],
    });
    expect(body.decisions[0].policyVersion).toBe(0);
  });

  it('is told field by field, without what only counts', async () => {
    const body = await differences('projects/workshops/differences?from=2024-06-01&to=2024-06-22');
    expect(changed(body, 'stage')).toEqual({ path: ['stage'], before: 'selected', after: 'concept' });
    expect(changed(body, 'funding', 'region', 'granted')).toEqual({ path: ['funding', 'region', 'granted'], after: 6_750_000 });
    expect(changed(body, 'version')).toBeUndefined();
    expect((await differences('projects/workshops/differences?from=2024-06-22&to=2024-06-22')).changed).toEqual([]);
  });

  it('gives the reasons of reviewers and of those who decided', async () => {
    const { decisions } = await differences('projects/lanterns/differences?from=2024-02-19&to=2024-06-01');
    const reasons = decisions.flatMap(({ reasons }: { reasons: { text: string }[] }) => reasons.map(({ text }) => text));
    for (const said of ['Secret to the committee.', 'Below the threshold.', 'One criterion was left out.', 'It was.'])
      expect(reasons).toContain(said);
  });

  it('tells a correction by when it holds, or by when it was recorded', async () => {
    const may = 'from=2024-05-01&to=2024-05-31';
    expect(types(await differences(`projects/lanterns/differences?${may}`))).toContain('outcome-corrected');
    const since = await differences(`projects/lanterns/differences?by=was-known&from=${beforeCorrection}`);
    expect(types(since)).toEqual(['outcome-corrected']);
    expect(changed(since, 'stage')).toEqual({ path: ['stage'], before: 'not-selected', after: 'selected' });
  });

  it('starts from nothing where the project was not there yet', async () => {
    const body = await differences('projects/workshops/differences?from=2020-01-01&to=2024-01-10');
    expect([types(body), changed(body, 'stage')]).toEqual([['application-started'], { path: ['stage'], after: 'draft' }]);
  });
});

describe('what changed on a call', () => {
  it('is its selection with the ranking, by application', async () => {
    const body = await differences('calls/spring/differences?from=2024-05-01&to=2024-05-16');
    expect(types(body)).toEqual(['selection-concluded', 'reserve-drawn']); // the second by the correction, which holds from then
    expect(changed(body, 'stage')).toEqual({ path: ['stage'], before: 'closed', after: 'concluded' });
    expect(changed(body, 'selection')?.after).toMatchObject({ ranking: [{ application: 'workshops', rank: 1 }, { application: 'lanterns' }] });
  });
});

describe('what changed in a programme', () => {
  it('is what was decided on it, and on which of its calls and projects how much was', async () => {
    const body = await differences('programmes/breakthrough/differences?from=2024-06-01');
    expect(types(body)).toEqual(['policy-drafted']);
    expect(body.touched[0]).toMatchObject({ stream: 'project-workshops', title: { fr: 'Ateliers de réparation' } });
    expect(body.touched.map(({ stream }: { stream: string }) => stream)).not.toContain('project-lanterns');
    const known = await differences(`programmes/breakthrough/differences?by=was-known&from=${beforeCorrection}`);
    expect(known.touched).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ stream: 'project-lanterns', decisions: 1 }),
        expect.objectContaining({ stream: 'call-spring' }),
      ]),
    );
  });

  it('is the funders and the policy, part by part', async () => {
    const body = await differences('programmes/breakthrough/differences?from=2023-01-01&to=2023-10-31');
    expect(changed(body, 'funders')?.after).toHaveLength(2);
    expect(changed(body, 'name')).toMatchObject({ after: { fr: 'Rupture' } });
  });
});

describe('who sees what changed, and why', () => {
  it('is whoever checks or administers, in the authority or in the programme; on a project the committee too', async () => {
    const all = ['ada', 'aud', 'petra'];
    const codes = async (path: string, persons: readonly string[]) =>
      new Set((await Promise.all(persons.map((person) => edge.read(person, path)))).map(({ status, body }) => (status === 200 ? 'ok' : body.code)));
    for (const path of ['projects/workshops', 'calls/spring', 'programmes/breakthrough']) {
      const asked = `${path}/differences?from=2024-01-01`;
      expect(await codes(asked, all)).toEqual(new Set(['ok']));
      expect(await codes(asked, ['hal', 'rea', 'funder-region', 'stranger'])).toEqual(new Set(['forbidden']));
    }
    expect(await codes('projects/workshops/differences?from=2024-01-01', ['cora'])).toEqual(new Set(['ok']));
    expect(await codes('calls/spring/differences?from=2024-01-01', ['cora'])).toEqual(new Set(['forbidden']));
    const authorization = `Bearer ${await edge.issuer.token('aud', { claims: { tenant: 'tenant-b' } })}`;
    const elsewhere = await edge.send({ method: 'GET', url: '/v1/projects/workshops/differences?from=2024-01-01', headers: { authorization } });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'thing-unknown']);
  });
});

describe('two instants that cannot be compared', () => {
  it('are refused by the name of the one that is wrong', async () => {
    const problem = async (query: string) => {
      const { status, body } = await edge.read('aud', `projects/workshops/differences${query}`);
      return [status, body.code, body.errors?.[0]?.field];
    };
    expect(await problem('')).toEqual([400, 'input-invalid', 'from']);
    expect(await problem('?from=soon')).toEqual([400, 'input-invalid', 'from']);
    expect(await problem('?from=2024-01-01&to=2999-01-01')).toEqual([400, 'instant-in-the-future', 'to']);
    expect(await problem('?from=2999-01-01')).toEqual([400, 'instant-in-the-future', 'from']);
    expect(await problem('?from=2024-02-01&to=2024-01-01')).toEqual([400, 'instants-reversed', 'to']);
    expect(await problem('?from=2020-01-01&to=2021-01-01')).toEqual([404, 'nothing-then', 'to']);
    expect(await problem('?from=2024-01-01&by=heart')).toEqual([400, 'input-invalid', 'by']);
  });
});
