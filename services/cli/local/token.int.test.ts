import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@jalon/infra/ports';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkout } from '../checkout.ts';
import { tokenOf } from './token.ts';

let provider: ChildProcess;
let issuer: string;

beforeAll(async () => {
  const port = await freePort();
  const keys = join(mkdtempSync(join(tmpdir(), 'jalon-identity-')), 'keys.json');
  issuer = `http://127.0.0.1:${port}`;
  provider = spawn(process.execPath, [join(checkout, 'infra', 'local', 'identity-provider.ts'), '--port', String(port), '--keys', keys], {
    stdio: 'ignore',
  });
  await vi.waitUntil(
    async () => {
      try {
        return (await fetch(`${issuer}/.well-known/openid-configuration`)).ok;
      } catch {
        return false;
      }
    },
    { timeout: 30_000, interval: 100 },
  );
});
afterAll(async () => {
  provider.kill();
  await once(provider, 'exit');
});

describe('a token of a persona', () => {
  it('is for Jalon and names the persona and the tenant of the demonstration', async () => {
    const { token, expiresIn } = await tokenOf('reviewer-1', issuer);
    expect(decodeJwt(token)).toMatchObject({ iss: issuer, aud: 'jalon', tenant: 'demonstration', sub: 'reviewer-1' });
    expect(expiresIn).toBeGreaterThan(60);
  });

  it('is not given for a persona that does not exist', () => expect(tokenOf('emperor', issuer)).rejects.toThrow(/gave no token for "emperor"/));

  it('is not asked of what is no identity provider', () => expect(tokenOf('reviewer-1', `${issuer}/nowhere`)).rejects.toThrow(/JALON_OIDC_ISSUER/));
});
