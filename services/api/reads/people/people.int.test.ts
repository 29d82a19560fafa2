import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, foundAuthority, startEdge } from '../../testing/edge.ts';

let edge: Edge;
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const funder = { funder: 'region', name: { fr: 'Région', en: 'Region' }, kind: 'region', notify: {} };

/** Invites to a role in the programme, and gives back the code that only the invited person is told. */
async function invite(invitation: string, more: object = {}): Promise<string> {
  const code = randomBytes(16).toString('base64url');
  const codeHash = createHash('sha256').update(code).digest('hex');
  const asked = await edge.ask('ana', 'programmes/isr/invite-person', { invitation, role: 'administrator', codeHash, expiresOn: day(7), ...more });
  expect(asked.status).toBe(201);
  return code;
}
const accept = (person: string, invitation: string, code: string) =>
  edge.ask(person, 'programmes/isr/accept-invitation', { invitation, code }).then(({ status, body }) => [status, body.code]);
const addFunder = async (person: string, id: string) => (await edge.ask(person, 'programmes/isr/add-funder', { ...funder, funder: id })).status;

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  await foundAuthority(edge);
});
afterAll(() => edge?.close());

describe('an invitation', () => {
  it('lets whoever has its code take up the role, once, under the account that they are signed in with', async () => {
    const code = await invite('first');
    expect(await addFunder('ivy', 'before')).toBe(403);
    expect(await accept('mallory', 'first', randomBytes(16).toString('base64url'))).toEqual([403, 'forbidden']);
    expect(await accept('ivy', 'first', code)).toEqual([201, undefined]);
    expect(await addFunder('ivy', 'after')).toBe(201);
    expect(await accept('mallory', 'first', code)).toEqual([409, 'invitation-settled']);
  });

  it('that was withdrawn opens nothing', async () => {
    const code = await invite('second');
    expect((await edge.ask('ana', 'programmes/isr/withdraw-invitation', { invitation: 'second' })).status).toBe(201);
    expect(await accept('ivan', 'second', code)).toEqual([409, 'invitation-settled']);
  });

  it('has its code in no record before it was used, and then it opens nothing', async () => {
    const code = await invite('third');
    const told = async () => JSON.stringify(await edge.fresh.log.readLog('tenant-a', { after: 0, limit: 1_000 })).includes(code);
    expect(await told()).toBe(false);
    await accept('iris', 'third', code);
    expect(await accept('mallory', 'third', code)).toEqual([409, 'invitation-settled']);
  });

  it('is made by administrators alone', async () => {
    const asked = { invitation: 'own', role: 'administrator', codeHash: '0'.repeat(64), expiresOn: day(7) };
    expect((await edge.ask('mallory', 'programmes/isr/invite-person', asked)).status).toBe(403);
  });
});

describe('a role that is lent', () => {
  const lend = (person: string, delegation: string, delegate: string, from = day(0), until = day(3)) =>
    edge.ask(person, 'organisations/authority/delegate-role', { delegation, role: 'administrator', delegate, from, until, reason: 'Leave.' });

  it('lets its bearer act, but not hand out roles, and ends at once', async () => {
    expect((await lend('ana', 'leave', 'del')).status).toBe(201);
    expect(await addFunder('del', 'lent')).toBe(201);
    expect((await edge.ask('del', 'programmes/isr/grant-role', { person: 'del', role: 'administrator' })).status).toBe(403);
    expect((await lend('del', 'on', 'mallory')).status).toBe(403);
    expect((await edge.ask('mallory', 'organisations/authority/end-delegation', { delegation: 'leave' })).status).toBe(403);
    expect((await edge.ask('del', 'organisations/authority/end-delegation', { delegation: 'leave' })).status).toBe(201);
    expect(await addFunder('del', 'ended')).toBe(403);
  });

  it('counts from its first day on', async () => {
    await lend('ana', 'later', 'dan', day(2));
    expect(await addFunder('dan', 'early')).toBe(403);
  });
});

describe('the people of a programme', () => {
  it('are told to administrators and auditors, with the ends of roles, delegations and invitations', async () => {
    await edge.ask('ana', 'programmes/isr/grant-role', { person: 'aud', role: 'auditor', until: day(30) });
    const { status, body } = await edge.read('aud', 'programmes/isr/people');
    expect(status).toBe(200);
    expect(body.roles).toContainEqual({ person: 'aud', role: 'auditor', until: day(30), ended: false });
    expect(body.invitations.map(({ invitation, standing }: { invitation: string; standing: string }) => [invitation, standing])).toEqual(
      expect.arrayContaining([
        ['first', 'accepted'],
        ['second', 'withdrawn'],
      ]),
    );
    expect(JSON.stringify(body)).not.toContain('codeHash');
    const authority = await edge.read('ana', 'organisations/authority/people');
    expect(authority.body.delegations).toContainEqual(expect.objectContaining({ delegation: 'leave', delegate: 'del', inForce: false }));
  });

  it('are told to nobody else', async () => {
    for (const path of ['programmes/isr/people', 'organisations/authority/people']) expect((await edge.read('mallory', path)).status).toBe(403);
  });
});

describe('a role in one call', () => {
  const call = (title: string) => ({
    programme: 'isr',
    title: { fr: title, en: title },
    envelope: [{ funder: 'after', amount: 1_000_000 }],
    opensOn: day(1),
    closesOn: day(60),
    maxGrant: 500_000,
  });

  it('counts in that call, and in no other', async () => {
    for (const id of ['spring', 'autumn']) expect((await edge.ask('ana', `calls/${id}/draft-call`, call(id))).status).toBe(201);
    await edge.ask('ana', 'calls/spring/grant-role', { person: 'carl', role: 'administrator' });
    expect((await edge.read('carl', 'me')).body.roles).toEqual({ authority: [], programmes: {}, calls: { spring: ['administrator'] } });
    expect((await edge.ask('carl', 'calls/autumn/publish-call')).status).toBe(403);
    expect((await edge.ask('carl', 'calls/spring/publish-call')).status).toBe(201);
    expect((await edge.read('carl', 'calls/spring/people')).body.roles).toEqual([{ person: 'carl', role: 'administrator', ended: false }]);
    expect((await edge.ask('ana', 'calls/spring/revoke-role', { person: 'carl', role: 'administrator' })).status).toBe(201);
    expect((await edge.read('carl', 'calls/spring/people')).status).toBe(403);
  });
});

describe('the team of a project', () => {
  it('writes with its holder once invited, and neither submits nor is seen by whoever is not of it', async () => {
    await edge.grant('hal', 'project-holder');
    const started = await edge.ask('hal', 'projects/repair/start-application', { call: 'spring' });
    expect(started.status).toBe(201);
    const code = randomBytes(16).toString('base64url');
    const codeHash = createHash('sha256').update(code).digest('hex');
    const invited = await edge.ask('hal', 'projects/repair/invite-to-team', { invitation: 'cleo', part: 'editor', codeHash, expiresOn: day(7) });
    expect(invited.status).toBe(201);
    const revise = async (person: string) => (await edge.ask(person, 'projects/repair/revise-application', { title: 'Repair' })).status;
    expect(await revise('cleo')).toBe(403);
    expect((await edge.ask('cleo', 'projects/repair/accept-team-invitation', { invitation: 'cleo', code })).status).toBe(201);
    expect([await revise('cleo'), await revise('mallory')]).toEqual([201, 403]);
    expect((await edge.ask('cleo', 'projects/repair/submit-application')).status).toBe(403);
    expect((await edge.ask('hal', 'projects/repair/remove-team-member', { person: 'cleo' })).status).toBe(201);
    expect(await revise('cleo')).toBe(403);
  });
});
