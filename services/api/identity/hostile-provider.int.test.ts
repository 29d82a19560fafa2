import { freePort } from '@jalon/infra/ports';
import { newId } from '@jalon/runtime';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Browser, browser } from '../testing/browser.ts';
import { type Edge, silent, startEdge } from '../testing/edge.ts';
import { type HostileProvider, type Lie, startHostileProvider } from '../testing/hostile-provider.ts';
import { ProviderSettings, signInProviders } from './providers.ts';

const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };
let site = '';
let edge: Edge;
let provider: HostileProvider;
let second: HostileProvider;

beforeAll(async () => {
  [provider, second] = await Promise.all([startHostileProvider(), startHostileProvider()]);
  const port = await freePort();
  site = `http://127.0.0.1:${port}`;
  const title = { fr: 'Ailleurs', en: 'Elsewhere' };
  const settings = [
    { id: 'first', title, issuer: provider.issuer, clientId: provider.clientId, clientSecret: 'secret' },
    { id: 'strong', title, issuer: provider.issuer, clientId: provider.clientId, stepUp: { acrValues: 'eidas2 eidas3', maxAgeMinutes: 15 } },
    { id: 'second', title, issuer: second.issuer, clientId: second.clientId, tenant: 'tenant-b' },
  ].map((one) => ProviderSettings.parse(one));
  const configuration = { http: { publicUrl: site, requestsPerMinute: 100_000 } };
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl, more: { providers: signInProviders(settings, silent), configuration } });
  await edge.app.listen({ host: '127.0.0.1', port });
});
afterAll(async () => {
  await Promise.all([edge?.close(), provider?.close(), second?.close()]);
});
afterEach(() => {
  provider.tell({});
  second.tell({});
});

async function signIn(person: Browser, lie: Lie, at: HostileProvider = provider, named = 'first') {
  at.tell(lie);
  const begun = await person.visit(`${site}/auth/sign-in?provider=${named}&return=/`);
  return person.visit(at.answerTo(begun.to!));
}
const whoAmI = async (person: Browser) => (await person.visit(`${site}/v1/me`)).status;
const past = () => Math.floor(Date.now() / 1000) - 3_600;

describe('a provider that does not tell the truth', () => {
  it('is a provider like any other while it does', async () => {
    const ana = browser();
    expect((await signIn(ana, {})).to).toBe(`${site}/`);
    expect(await whoAmI(ana)).toBe(200);
  });

  it.each<[string, Lie]>([
    ['a token of another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['a token for somebody else', { claims: { aud: 'another-client' } }],
    ['a token for several, of whom another one asked', { claims: { aud: ['jalon', 'another'], azp: 'another' } }],
    ['a token of another sign-in', { claims: { nonce: 'of-another-sign-in' } }],
    ['a token of no sign-in', { without: ['nonce'] }],
    ['a token that has ended', { claims: { exp: past(), iat: past() - 60 } }],
    ['a token without an end', { without: ['exp'] }],
    ['a token about nobody', { without: ['sub'] }],
    ['a token that nobody signed', { signedBy: 'nobody' }],
    ['a token signed by somebody else', { signedBy: 'another key' }],
    ['a token signed with the public key as a secret', { signedBy: 'the public key as a secret' }],
    ['the answer of another provider', { iss: 'https://elsewhere.example' }],
    ['a code that was used before', { codeUsed: true }],
  ])('signs nobody in with %s', async (_what, lie) => {
    const ana = browser();
    expect((await signIn(ana, lie)).to).toBe(`${site}/?sign-in=failed`);
    expect(await whoAmI(ana)).toBe(401);
  });

  it.each<[string, Lie]>([
    ['no tenant', { without: ['tenant'] }],
    ['what cannot be an id here', { claims: { sub: 'Ana <ana@example.org>' } }],
    ['a prototype', { claims: { sub: '__proto__' } }],
  ])('signs nobody in as %s', async (_what, lie) => {
    expect((await signIn(browser(), lie)).to).toBe(`${site}/?sign-in=account-unknown`);
  });

  it('cannot have its answer taken for that of another one', async () => {
    const ana = browser();
    const begun = await ana.visit(`${site}/auth/sign-in?provider=first`);
    const brought = provider.answerTo(begun.to!).replace('/auth/callback/first', '/auth/callback/second');
    expect((await ana.visit(brought)).to).toBe(`${site}/?sign-in=failed`);
  });

  it('speaks for its own tenant alone where it was given one', async () => {
    const ben = browser();
    await signIn(ben, { claims: { tenant: 'tenant-a' } }, second, 'second');
    expect(JSON.parse((await ben.visit(`${site}/v1/me`)).text).tenant).toBe('tenant-b');
  });

  it('that does not answer is told as that', async () => {
    const gone = await startHostileProvider();
    await gone.close();
    const settings = ProviderSettings.parse({ id: 'gone', title: { fr: '', en: '' }, issuer: gone.issuer, clientId: 'jalon' });
    const [one] = signInProviders([settings], silent);
    await expect(one!.configuration()).rejects.toMatchObject({ code: 'identity-provider-unavailable', retryable: true });
  });
});

describe('a provider that says that a session has ended', () => {
  const post = (token: string) =>
    browser().visit(`${site}/auth/back-channel-logout/first`, { method: 'POST', body: new URLSearchParams({ logout_token: token }) });

  it('ends it here, by its name there or for all of a subject', async () => {
    const [ana, phone] = [browser(), browser()];
    await signIn(ana, { claims: { sid: 'at-work' } });
    await signIn(phone, { claims: { sid: 'on-phone' } });
    expect((await post(await provider.logoutToken({ sid: 'at-work', jti: newId(), events: EVENTS }))).status).toBe(200);
    expect([await whoAmI(ana), await whoAmI(phone)]).toEqual([401, 200]);
    expect((await post(await provider.logoutToken({ sub: 'ana', jti: newId(), events: EVENTS }))).status).toBe(200);
    expect(await whoAmI(phone)).toBe(401);
  });

  it.each<[string, () => Promise<string>]>([
    ['a token that somebody else signed', () => provider.logoutToken({ sub: 'ana', jti: newId(), events: EVENTS }, 'another key')],
    ['a token that nobody signed', () => provider.logoutToken({ sub: 'ana', jti: newId(), events: EVENTS }, 'nobody')],
    ['a token of another provider', () => second.logoutToken({ sub: 'ana', jti: newId(), events: EVENTS })],
    ['an ID token', () => provider.logoutToken({ sub: 'ana', jti: newId(), nonce: 'n' })],
    ['a token with a nonce', () => provider.logoutToken({ sub: 'ana', jti: newId(), nonce: 'n', events: EVENTS })],
    ['a token that names nobody', () => provider.logoutToken({ jti: newId(), events: EVENTS })],
    ['a token of yesterday', () => provider.logoutToken({ sub: 'ana', jti: newId(), events: EVENTS, iat: past() - 86_400 })],
    ['no token', async () => 'nothing'],
  ])('ends nothing with %s', async (_what, token) => {
    const ana = browser();
    await signIn(ana, {});
    expect((await post(await token())).status).toBe(400);
    expect(await whoAmI(ana)).toBe(200);
  });

  it('says so once: the same token ends no later session', async () => {
    const token = await provider.logoutToken({ sub: 'ana', jti: newId(), events: EVENTS });
    expect((await post(token)).status).toBe(200);
    const ana = browser();
    await signIn(ana, {});
    expect((await post(token)).status).toBe(400);
    expect(await whoAmI(ana)).toBe(200);
  });
});

describe('a decision that commits public money', () => {
  const seconds = () => Math.floor(Date.now() / 1000);
  async function decidesAfter(claims: Lie['claims'], command = 'projects/lavoir/decide-funding') {
    const ana = browser();
    await signIn(ana, { claims: { auth_time: seconds(), acr: 'eidas2', ...claims } }, provider, 'strong');
    const headers = { 'x-jalon-console': '1', 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', 'idempotency-key': newId() };
    const { text, headers: answered } = await ana.visit(`${site}/v1/${command}`, { method: 'POST', headers, body: '{}' });
    return { code: JSON.parse(text).code, challenge: answered.get('www-authenticate') };
  }
  const asksAgain = {
    code: 'step-up-needed',
    challenge: expect.stringMatching(/error="insufficient_user_authentication", max_age="900", acr_values="eidas2 eidas3"$/),
  };

  it('takes a recent sign-in, strong enough', async () => {
    expect((await decidesAfter({})).code).toBe('input-invalid');
    expect((await decidesAfter({ auth_time: seconds() - 890, acr: 'eidas3' })).code).toBe('input-invalid');
  });

  it.each<[string, () => Lie['claims']]>([
    ['too old', () => ({ auth_time: seconds() - 910 })],
    ['too weak', () => ({ acr: 'eidas1' })],
    ['of no level', () => ({ acr: undefined })],
    ['of no time', () => ({ auth_time: undefined })],
  ])('is not taken after one that is %s', async (_what, claims) => {
    expect(await decidesAfter(claims())).toEqual(asksAgain);
  });

  it('any other decision is', async () => {
    expect((await decidesAfter({ auth_time: seconds() - 9_000 }, 'projects/lavoir/submit-review')).code).toBe('input-invalid');
  });

  it('asks the provider for a new proof, at the level that it has to have', async () => {
    const begun = await browser().visit(`${site}/auth/sign-in?provider=strong&step_up=1`);
    expect(Object.fromEntries(new URL(begun.to!).searchParams)).toMatchObject({ max_age: '0', acr_values: 'eidas2 eidas3' });
  });
});

it('what a browser holds is nowhere in the database', async () => {
  const ana = browser();
  await signIn(ana, {});
  const [secret] = ana.cookies(site).match(/(?<=jalon-\d+=)[\w-]+/) ?? [];
  const { rows } = await edge.fresh.pool.query(`SELECT string_agg(s::text, ' ') AS all FROM sessions.session s`);
  expect(secret).toHaveLength(43);
  expect(rows[0].all).toContain('ana');
  expect(rows[0].all).not.toContain(secret);
});
