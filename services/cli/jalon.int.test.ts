import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { migrateAccessJournal } from '@jalon/access-journal';
import { type FreshLog, freshLog } from '@jalon/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkout } from './checkout.ts';
import { authority, folderOf } from './testing/folders.ts';

let fresh: FreshLog;
beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await migrateAccessJournal(fresh.ownerUrl);
});
afterAll(() => fresh.drop());

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `jalon` as a process of its own, on the database of this suite. */
function jalon(...args: readonly string[]): Promise<Ended> {
  const env = {
    ...process.env,
    JALON_DATABASE_URL: fresh.url,
    JALON_OIDC_ISSUER: 'http://127.0.0.1:9',
    JALON_COMMAND_KEY: 'a key for the command line',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(checkout, 'services', 'cli', 'jalon.js'), ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

const grant = (role: string) => `  - { at: -P30D, by: administrator, command: grant-role, data: { person: ana, role: ${role} } }\n`;
const histories = folderOf({ 'authority.yaml': `${authority}${grant('reviewer')}` });

describe('jalon', () => {
  it('imports a folder, and reads a history back', async () => {
    const imported = await jalon('import', histories, '--json');
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(imported.stdout)).toMatchObject({ tenant: 'fiction', recorded: 2, repeated: 0 });

    expect((await jalon('import', histories)).stdout).toMatch(/^0 commands were recorded for fiction, 2 had been before/);

    const { code, stdout } = await jalon('history', 'organisation-authority', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      decisions: [{ type: 'organisation-registered' }, { type: 'role-granted', actor: { kind: 'import', id: 'administrator' } }],
    });
  });

  it('writes what it shows into the access journal, with the account of the machine, and nothing of what is not there', async () => {
    await jalon('history', 'organisation-authority', '--known-at', '2026-01-01');
    await jalon('history', 'project-nowhere');
    const { stdout } = await jalon('accesses', '--part', 'history', '--json');
    const [latest, ...before] = (JSON.parse(stdout) as { entries: readonly { what: { thing: string } }[] }).entries;
    expect(latest).toMatchObject({
      who: { kind: 'service', id: 'command-line' },
      what: { thing: 'organisation-authority', more: { knownAt: '2026-01-01T23:59:59.999Z', account: userInfo().username } },
      why: 'confidential',
    });
    expect(before.map(({ what }) => what.thing)).not.toContain('project-nowhere');
    expect((await jalon('accesses', '--check')).stdout).toMatch(/entries of the access journal of fiction are as they were written/);
  });

  it('ends with 1 and one sentence when an import is refused', async () => {
    const refused = folderOf({
      'import.yaml': 'tenant: other\ntimeZone: Europe/Paris\n',
      'authority.yaml': `${authority}${grant('reviewer')}${grant('reviewer')}`,
    });
    const { code, stderr } = await jalon('import', refused, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'refused', reason: 'role-already-held', file: 'authority.yaml', entry: 3 } });
  });

  it('ends with 2 where what it needs is not configured', async () => {
    expect(await jalon('rehydrate')).toMatchObject({ code: 2, stderr: expect.stringContaining('JALON_TEMPORAL_ADDRESS is not set') });
    expect(await jalon('republish')).toMatchObject({ code: 2, stderr: expect.stringContaining('JALON_KAFKA_BROKERS is not set') });
    expect(await jalon('rebuild')).toMatchObject({ code: 2, stderr: expect.stringContaining('JALON_DATABASE_OWNER_URL is not set') });
  });

  it('knows no audit file of a project that is not there', async () =>
    expect(await jalon('audit', 'file', 'nowhere', '--tenant', 'fiction')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no project "nowhere" in fiction'),
    }));

  it('says who does not answer', async () =>
    expect(await jalon('token', 'administrator')).toMatchObject({ code: 1, stderr: expect.stringContaining('http://127.0.0.1:9 does not answer') }));
});
