import { freePort } from '@jalon/infra/ports';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Browser, browser } from '../testing/browser.ts';
import { type Edge, silent, startEdge } from '../testing/edge.ts';
import { type HostileProvider, type Lie, startHostileProvider } from '../testing/hostile-provider.ts';
import { ProviderSettings, signInProviders } from './providers.ts';

const console_ = { 'x-jalon-console': '1', 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
const SIRET = '73282932000074';
let site = '';
let edge: Edge;
let state: HostileProvider;
let other: HostileProvider;
let later = 0;
const clock = () => new Date(Date.now() + later);

/** `state` speaks as ProConnect does: it stands before several providers, and signs its userinfo. */
beforeAll(async () => {
  [state, other] = await Promise.all([startHostileProvider(), startHostileProvider()]);
  const port = await freePort();
  site = `http://127.0.0.1:${port}`;
  const common = { title: { fr: 'Ailleurs', en: 'Elsewhere' }, tenant: 'tenant-a', accounts: true };
  const settings = [
    {
      ...common,
      id: 'state',
      issuer: state.issuer,
      clientId: state.clientId,
      userinfo: 'signed',
      userinfoAlgorithm: 'ES256',
      providerClaim: 'idp_id',
    },
    { ...common, id: 'other', issuer: other.issuer, clientId: other.clientId },
    { ...common, id: 'plain', issuer: other.issuer, clientId: other.clientId, accounts: false },
  ].map((one) => ProviderSettings.parse(one));
  const configuration = { http: { publicUrl: site, requestsPerMinute: 100_000 } };
  edge = await startEdge({
    postgresUrl: inject('servers').postgresUrl,
    more: { providers: signInProviders(settings, silent), configuration, clock },
  });
  await edge.app.listen({ host: '127.0.0.1', port });
});
afterAll(async () => {
  await Promise.all([edge?.close(), state?.close(), other?.close()]);
});
afterEach(() => {
  later = 0;
});

const marie: Lie = { claims: { sub: 'Marie/7' }, userinfo: { idp_id: 'region', given_name: 'Marie', usual_name: 'Exemple', siret: SIRET } };

async function signIn(person: Browser, lie: Lie, at: HostileProvider = state, named = 'state') {
  at.tell(lie);
  const begun = await person.visit(`${site}/auth/sign-in?provider=${named}&return=/`);
  return person.visit(at.answerTo(begun.to!));
}
const me = async (person: Browser) => JSON.parse((await person.visit(`${site}/v1/me`)).text);
const idOf = async (person: Browser): Promise<string> => (await me(person)).actor.id;

/** Asks for another way in at the other provider, and goes there. */
async function link(person: Browser, lie: Lie, finishing = person) {
  const asked = await person.visit(`${site}/auth/link`, {
    method: 'POST',
    headers: console_,
    body: JSON.stringify({ provider: 'other', return: '/account' }),
  });
  if (asked.status !== 200) return { status: asked.status, code: JSON.parse(asked.text).code };
  other.tell(lie);
  return { status: 200, to: (await finishing.visit(other.answerTo(JSON.parse(asked.text).location))).to };
}

describe('somebody whose provider signs what it says of them', () => {
  it('is the same person each time, by an id of ours, with their name and establishment', async () => {
    const [atWork, atHome] = [browser(), browser()];
    await signIn(atWork, marie);
    await signIn(atHome, marie);
    const known = await me(atWork);
    expect(known).toMatchObject({ name: 'Marie Exemple', siret: SIRET, tenant: 'tenant-a' });
    expect(known.actor.id).toMatch(/^p-[0-9a-f-]{36}$/);
    expect(await idOf(atHome)).toBe(known.actor.id);
  });

  it('is somebody else where another provider stands behind the same name', async () => {
    const [one, two] = [browser(), browser()];
    await signIn(one, marie);
    await signIn(two, { ...marie, userinfo: { ...marie.userinfo, idp_id: 'ministry' } });
    expect(await idOf(one)).not.toBe(await idOf(two));
  });

  it('is the same person when two first sign-ins come at once', async () => {
    const browsers = [browser(), browser(), browser()];
    const lie = { ...marie, claims: { sub: 'at-once' } };
    const begun = await Promise.all(browsers.map((one) => one.visit(`${site}/auth/sign-in?provider=state`)));
    for (const [index, one] of browsers.entries()) {
      state.tell(lie);
      await one.visit(state.answerTo(begun[index]!.to!));
    }
    expect(new Set(await Promise.all(browsers.map(idOf))).size).toBe(1);
  });

  it('has no establishment where its number is mistyped', async () => {
    const ana = browser();
    await signIn(ana, { ...marie, userinfo: { ...marie.userinfo, siret: '73282932000075' } });
    expect(await me(ana)).not.toHaveProperty('siret');
  });

  it.each<[string, Lie]>([
    ['signed by somebody else', { ...marie, userinfoBy: 'another key' }],
    ['that nobody signed', { ...marie, userinfoBy: 'nobody' }],
    ['signed with the public key as a secret', { ...marie, userinfoBy: 'the public key as a secret' }],
    ['as plain JSON where it has to be signed', { ...marie, userinfoBy: 'plain JSON' }],
    ['about somebody else', { ...marie, userinfo: { ...marie.userinfo, sub: 'another' } }],
    ['of another issuer', { ...marie, userinfo: { ...marie.userinfo, iss: 'https://elsewhere.example' } }],
    ['for another client', { ...marie, userinfo: { ...marie.userinfo, aud: 'another' } }],
  ])('is not signed in by userinfo %s', async (_what, lie) => {
    const ana = browser();
    expect((await signIn(ana, lie)).to).toBe(`${site}/?sign-in=failed`);
    expect((await ana.visit(`${site}/v1/me`)).status).toBe(401);
  });

  it('is nobody where the provider does not say which one stands behind it', async () => {
    const { idp_id: _, ...without } = marie.userinfo!;
    expect((await signIn(browser(), { ...marie, userinfo: without })).to).toBe(`${site}/?sign-in=account-unknown`);
  });
});

describe('another way in', () => {
  const paul: Lie = { claims: { sub: 'paul', tenant: 'tenant-a' } };

  it('leads to the same person', async () => {
    const [atWork, atHome] = [browser(), browser()];
    await signIn(atWork, marie);
    expect(await link(atWork, paul)).toEqual({ status: 200, to: `${site}/account` });
    await signIn(atHome, paul, other, 'other');
    expect(await idOf(atHome)).toBe(await idOf(atWork));
    const { waysIn } = JSON.parse((await atWork.visit(`${site}/auth/ways-in`)).text);
    expect(waysIn.map(({ provider }: { provider: string }) => provider).sort()).toEqual(['other', 'state']);
  });

  it('that leads to somebody else already is refused', async () => {
    const [one, two] = [browser(), browser()];
    await signIn(one, { claims: { sub: 'quentin' } }, other, 'other');
    await signIn(two, { ...marie, claims: { sub: 'rosa' } });
    expect((await link(two, { claims: { sub: 'quentin' } })).to).toBe(`${site}/account?sign-in=account-taken`);
    expect(await idOf(one)).not.toBe(await idOf(two));
  });

  it('is finished in the session in which it began: nobody is made to open theirs to another', async () => {
    const [attacker, victim] = [browser(), browser()];
    await signIn(attacker, { ...marie, claims: { sub: 'attacker' } });
    await signIn(victim, { ...marie, claims: { sub: 'victim' } });
    expect((await link(attacker, { claims: { sub: 'of-the-victim' } }, victim)).to).toBe(`${site}/?sign-in=failed`);
  });

  it('is not begun by a page of another site, nor long after one signed in, nor at a provider without accounts', async () => {
    const ana = browser();
    await signIn(ana, marie);
    const ask = async (headers: Record<string, string>, provider = 'other') =>
      JSON.parse((await ana.visit(`${site}/auth/link`, { method: 'POST', headers, body: JSON.stringify({ provider }) })).text).code;
    expect(await ask({ ...console_, 'sec-fetch-site': 'cross-site' })).toBe('cross-site');
    expect(await ask(console_, 'plain')).toBe('thing-unknown');
    later = 16 * 60_000;
    expect(await ask(console_)).toBe('step-up-needed');
  });
});
