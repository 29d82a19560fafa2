import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../testing/edge.ts';

let edge: Edge;

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  const lived = new LivedProgramme(edge.fresh.log, TENANT);
  await lived.openCall();
  for (const [person, role] of Object.entries({ hal: 'project-holder', rolf: 'reviewer', 'funder-region': 'funder' })) {
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  }
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
});
afterAll(() => edge?.close());

const may = async (person: string, path: string) => {
  const { status, body } = await edge.read(person, path);
  return { status, ...body };
};

describe('why may I not?', () => {
  it('is answered with the ban, and what would have to change', async () => {
    await edge.ask('ada', 'organisations/authority/grant-role', { person: 'hal', role: 'administrator' });
    expect(await may('hal', 'projects/workshops/may/decide-appeal')).toMatchObject({
      status: 200,
      action: 'project/decide-appeal',
      allowed: false,
      decided: [{ policy: 'nobody-judges-their-own-project', says: { fr: expect.stringContaining('nul ne juge'), en: expect.any(String) } }],
      wouldTake: [],
    });
  });

  it('is answered with who may, where no ban stands against it', async () => {
    const answer = await may('rolf', 'projects/workshops/may/submit-review');
    expect(answer).toMatchObject({ allowed: false, decided: [] });
    expect(answer.wouldTake).toEqual([
      { policy: 'assigned-reviewer-reviews', says: expect.objectContaining({ en: expect.stringContaining('assigned') }) },
    ]);
  });

  it('is answered with the permission, where they may: for the funder of the decision too', async () => {
    expect(await may('funder-region', 'projects/workshops/may/decide-funding?funder=region')).toMatchObject({
      allowed: true,
      decided: [{ policy: 'funder-decides-for-itself' }],
    });
    expect(await may('funder-region', 'projects/workshops/may/decide-funding?funder=fse')).toMatchObject({ allowed: false });
  });

  it('is asked of what exists, by whoever is signed in', async () => {
    expect(await may('rolf', 'projects/elsewhere/may/submit-review')).toMatchObject({ status: 404, code: 'thing-unknown' });
    expect(await may('rolf', 'projects/workshops/may/abolish')).toMatchObject({ status: 400, code: 'input-invalid' });
    expect((await edge.send({ method: 'GET', url: '/v1/projects/workshops/may/submit-review' })).status).toBe(401);
  });
});

describe('a 403', () => {
  it('of a command names the policies that forbid it and says why, in the language asked for', async () => {
    const { status, body } = await edge.ask('hal', 'projects/workshops/confirm-completeness', {}, { 'accept-language': 'fr' });
    expect({ status, policies: body.policies, detail: body.detail }).toEqual({
      status: 403,
      policies: ['nobody-judges-their-own-project'],
      detail:
        'Vous ne pouvez pas le faire ici. Vous portez ce projet, ou êtes ou avez été de son équipe, et nul ne juge ni ne décide de son propre projet : une autre personne doit agir.',
    });
  });

  it('of a read says whom it is for', async () => {
    const { status, body } = await edge.read('rolf', 'projects/workshops/money');
    expect({ status, policies: body.policies }).toEqual({ status: 403, policies: [] });
    expect(body.detail).toMatch(/^You may not do this here\. This takes .*a controller/);
  });
});
