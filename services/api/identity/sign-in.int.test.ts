import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityProvider } from '@jalon/infra/identity';
import { identityKeys } from '@jalon/infra/identity-keys';
import { consoleClient } from '@jalon/infra/personas';
import { freePort } from '@jalon/infra/ports';
import { newId } from '@jalon/runtime';
import { sessionsIn } from '@jalon/sessions';
import { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Browser, browser, type Visited } from '../testing/browser.ts';
import { type Edge, silent, startEdge } from '../testing/edge.ts';
import { ProviderSettings, signInProviders } from './providers.ts';

const MINUTE_MS = 60_000;
const console_ = { 'x-jalon-console': '1', 'sec-fetch-site': 'same-origin' };
let [site, issuer] = ['', ''];
let edge: Edge;
let pool: Pool;
let later = 0;
const clock = () => new Date(Date.now() + later);
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  const [sitePort, issuerPort] = [await freePort(), await freePort()];
  [site, issuer] = [`http://127.0.0.1:${sitePort}`, `http://127.0.0.1:${issuerPort}`];
  const keys = join(await mkdtemp(join(tmpdir(), 'jalon-identity-')), 'keys.json');
  const provider = identityProvider(issuer, identityKeys(keys)).listen(issuerPort, '127.0.0.1');
  await once(provider, 'listening');
  const settings = ProviderSettings.parse({ id: 'local', title: { fr: 'Ici', en: 'Here' }, issuer, clientId: consoleClient });
  edge = await startEdge({
    postgresUrl: inject('servers').postgresUrl,
    more: (url) => {
      pool = new Pool({ connectionString: url });
      return {
        providers: signInProviders([settings], silent),
        sessions: sessionsIn({ pool, clock, idleMinutes: 60, longestMinutes: 600 }),
        clock,
        configuration: { http: { publicUrl: site, requestsPerMinute: 100_000 } },
      };
    },
  });
  await edge.app.listen({ host: '127.0.0.1', port: sitePort });
  ends.push(
    () => pool.end(),
    () => edge.close(),
    () => provider.close(),
    () => provider.closeAllConnections(),
  );
});
afterAll(async () => {
  for (const end of ends) await end();
});
afterEach(() => {
  later = 0;
});

/** Goes to the provider, chooses a persona there, and stops before the provider's answer is brought back. */
async function toCallback(person: Browser, { persona = 'auditor', back = '/projects/lavoir' } = {}): Promise<string> {
  const begun = await person.visit(`${site}/auth/sign-in?return=${encodeURIComponent(back)}`);
  const asked = await person.visit(begun.to!);
  const chosen = await person.visit(asked.to!, { method: 'POST', body: new URLSearchParams({ persona }) });
  const resumed = await person.visit(chosen.to!);
  expect(resumed.to).toMatch(/\/auth\/callback\/local\?/);
  return resumed.to!;
}
const signIn = async (person: Browser, options = {}): Promise<Visited> => person.visit(await toCallback(person, options));
const whoAmI = (person: Browser) => person.visit(`${site}/v1/me`);
const signOut = (person: Browser, headers: Record<string, string> = console_) => person.visit(`${site}/auth/sign-out`, { method: 'POST', headers });

describe('somebody who signs in with a browser', () => {
  it('comes back to where they were, and is known from then on', async () => {
    const ana = browser();
    expect((await whoAmI(ana)).status).toBe(401);
    const arrived = await signIn(ana);
    expect([arrived.status, arrived.to]).toEqual([303, `${site}/projects/lavoir`]);
    const me = JSON.parse((await whoAmI(ana)).text);
    expect(me).toMatchObject({ tenant: 'demonstration', actor: { kind: 'person', id: 'auditor' }, signedIn: { provider: 'local' } });
    expect(me.roles).toEqual({ authority: [], programmes: {}, calls: {} });
  });

  it('decides under their own name', async () => {
    const ana = browser();
    await signIn(ana, { persona: 'administrator' });
    const key = newId();
    const decided = await ana.visit(`${site}/v1/organisations/atelier/register-organisation`, {
      method: 'POST',
      headers: { ...console_, 'content-type': 'application/json', 'idempotency-key': key },
      body: '{}',
    });
    expect([decided.status, JSON.parse(decided.text).code]).toEqual([400, 'input-invalid']);
  });

  it('is signed out for good: what their browser held is worth nothing to whoever has a copy', async () => {
    const [ana, thief] = [browser(), browser()];
    await signIn(ana);
    thief.plant(site, ana.cookies(site));
    expect((await whoAmI(thief)).status).toBe(200);
    const left = await signOut(ana);
    expect(left.status).toBe(200);
    expect(JSON.parse(left.text).location).toMatch(new RegExp(`^${issuer}/session/end\\?.*id_token_hint=`));
    expect(ana.cookies(site)).toBe('');
    expect((await whoAmI(thief)).status).toBe(401);
  });

  it('can end every session of theirs, wherever it is', async () => {
    const [atWork, onPhone, other] = [browser(), browser(), browser()];
    await signIn(atWork);
    await signIn(onPhone);
    await signIn(other, { persona: 'holder' });
    const ended = await onPhone.visit(`${site}/auth/sign-out-everywhere`, { method: 'POST', headers: console_ });
    expect(JSON.parse(ended.text).ended).toBeGreaterThanOrEqual(2);
    expect((await whoAmI(atWork)).status).toBe(401);
    expect((await whoAmI(other)).status).toBe(200);
  });

  it('is asked anew after an hour in which nothing was asked, and after ten whatever was', async () => {
    const ana = browser();
    await signIn(ana);
    for (let hour = 0; hour < 9; hour += 1) {
      later += 59 * MINUTE_MS;
      expect((await whoAmI(ana)).status).toBe(200);
    }
    later = 600 * MINUTE_MS + 1_000;
    expect((await whoAmI(ana)).status).toBe(401);
    later = 0;
    await signIn(ana);
    later = 60 * MINUTE_MS + 1_000;
    expect((await whoAmI(ana)).status).toBe(401);
  });

  it('gets a new secret each time, and the one before ends: none can be fixed beforehand', async () => {
    const [ana, attacker] = [browser(), browser()];
    await signIn(attacker, { persona: 'holder' });
    ana.plant(site, attacker.cookies(site));
    await signIn(ana);
    expect(ana.cookies(site)).not.toBe(attacker.cookies(site));
    expect((await whoAmI(attacker)).status).toBe(401);
    expect(JSON.parse((await whoAmI(ana)).text).actor.id).toBe('auditor');
  });
});

describe('a sign-in on its way', () => {
  it('is finished by the browser that began it, once', async () => {
    const [ana, other] = [browser(), browser()];
    const callback = await toCallback(ana);
    expect((await other.visit(callback)).to).toBe(`${site}/?sign-in=failed`);
    expect((await ana.visit(callback)).to).toBe(`${site}/projects/lavoir`);
    expect((await ana.visit(callback)).to).toBe(`${site}/?sign-in=failed`);
    expect((await whoAmI(other)).status).toBe(401);
  });

  it('is given up when it took too long', async () => {
    const ana = browser();
    const callback = await toCallback(ana);
    later = 10 * MINUTE_MS + 1_000;
    expect((await ana.visit(callback)).to).toBe(`${site}/?sign-in=failed`);
  });

  it.each(['https://evil.example/', '//evil.example/', '/\\evil.example/', '/%2F/../..//evil.example', 'javascript:alert(1)', ''])(
    'leads to a page of this site, whatever %j says',
    async (back) => {
      const arrived = await signIn(browser(), { back });
      expect(new URL(arrived.to!).origin).toBe(site);
    },
  );

  it('begun under another name of this machine begins again under the one that cookies are for', async () => {
    const begun = await browser().visit(`${site.replace('127.0.0.1', 'localhost')}/auth/sign-in?return=/`);
    expect(begun.to).toBe(`${site}/auth/sign-in?return=/`);
  });

  it('that the provider ends is told as cancelled', async () => {
    const ana = browser();
    const begun = await ana.visit(`${site}/auth/sign-in?return=/calls`);
    const state = new URL(begun.to!).searchParams.get('state')!;
    const address = `${site}/auth/callback/local?error=access_denied&state=${state}&iss=${encodeURIComponent(issuer)}`;
    expect((await ana.visit(address)).to).toBe(`${site}/calls?sign-in=cancelled`);
  });
});

describe('a page of another site', () => {
  const decide = async (headers: Record<string, string>) => {
    const ana = browser();
    await signIn(ana);
    return JSON.parse((await signOut(ana, headers)).text).code;
  };

  it.each([
    ['a form of another site', { 'sec-fetch-site': 'cross-site', 'x-jalon-console': '1' }],
    ['a page of a neighbouring host', { 'sec-fetch-site': 'same-site', 'x-jalon-console': '1' }],
    ['another origin', { origin: 'https://evil.example', 'x-jalon-console': '1' }],
    ['an opaque origin', { origin: 'null', 'x-jalon-console': '1' }],
    ['a request without the header of the console', { 'sec-fetch-site': 'same-origin' }],
  ])('decides nothing with the session of its visitor: %s', async (_who, headers) => {
    expect(await decide(headers as unknown as Record<string, string>)).toBe('cross-site');
  });

  it('reads nothing either', async () => {
    const ana = browser();
    await signIn(ana);
    const read = await ana.visit(`${site}/v1/me`, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } });
    expect([read.status, JSON.parse(read.text).code]).toEqual([403, 'cross-site']);
  });
});
