import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatKey, formatNote, migrateSeal, newSealKey, sealStore, signersOf, signNote, successionText } from '@jalon/seal';
import { type Sealed, sealNow } from '@jalon/seal/testing';
import { anAppend, type FreshLog, freshLog } from '@jalon/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { files } from './bundle.ts';
import { exportLog } from './export.ts';
import { verify } from './verify.ts';

const TENANT = 'demonstration';
const pem = newSealKey();
const worlds: FreshLog[] = [];
let folder: string;

/** A log of so many decisions, sealed. */
async function sealedLog(decisions: number): Promise<{ readonly fresh: FreshLog; readonly sealed: Sealed }> {
  const fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  worlds.push(fresh);
  await migrateSeal(fresh.ownerUrl);
  await decide(fresh, 0, decisions);
  return { fresh, sealed: await sealNow(fresh.pool, TENANT, pem) };
}

async function decide({ log }: FreshLog, at: number, decisions: number): Promise<void> {
  const data = Array.from({ length: decisions }, (_, index) => ({ note: at + index }));
  expect((await log.append(anAppend({ at, data }))).status).toBe('appended');
}

async function exported(name: string, fresh: FreshLog): Promise<string> {
  const out = join(folder, name);
  const store = sealStore(fresh.pool);
  await exportLog({ databaseUrl: fresh.url, store, tenant: TENANT, out, others: 'envelopes', progress: () => undefined });
  return out;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-over-time-'));
});
afterAll(async () => {
  for (const world of worlds) await world.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('an export beside a checkpoint that was kept', () => {
  let fresh: FreshLog;
  let keys: string[];
  let kept: string;
  beforeAll(async () => {
    const first = await sealedLog(5);
    fresh = first.fresh;
    keys = [first.sealed.key];
    kept = join(await exported('older', fresh), files.checkpoint);
    await decide(fresh, 5, 300);
    await sealNow(fresh.pool, TENANT, pem);
    await exported('newer', fresh);
  });

  it('goes on from it, and says so', async () => {
    const { data, lines } = await verify(join(folder, 'newer'), { keys, checkpoints: [kept] });
    expect(data).toMatchObject({ verified: true, size: 305, goesOnFrom: [5] });
    expect(lines.join(' ')).toContain('the checkpoint of 5 decisions that you kept');
  });

  it('is refused where its tree is another one, also by the key of the log itself', async () => {
    const { fresh: forged, sealed } = await sealedLog(305);
    const fork = await exported('fork', forged);
    expect(sealed.key).toBe(keys[0]);
    expect((await verify(fork, { keys })).data).toMatchObject({ verified: true });
    await expect(verify(fork, { keys, checkpoints: [kept] })).rejects.toMatchObject({ details: { why: 'forked', file: kept } });
  });

  it('is refused where it is older than what was kept: decisions that were there are not', async () => {
    const newest = join(folder, 'newer', files.checkpoint);
    await expect(verify(join(folder, 'older'), { keys, checkpoints: [newest] })).rejects.toMatchObject({ details: { why: 'older' } });
  });

  it('is refused beside a checkpoint that the log did not sign, or that is none', async () => {
    const other = join(folder, 'other.checkpoint');
    const wrong = async (text: string) => {
      await writeFile(other, text);
      return verify(join(folder, 'newer'), { keys, checkpoints: [other] });
    };
    const text = await readFile(kept, 'utf8');
    await expect(wrong(text.replace('\n5\n', '\n4\n'))).rejects.toMatchObject({ details: { why: 'wrong-signature' } });
    await expect(wrong(text.slice(0, 30))).rejects.toMatchObject({ details: { why: 'unreadable' } });
    await expect(verify(join(folder, 'newer'), { keys, checkpoints: [join(folder, 'nowhere')] })).rejects.toMatchObject({ code: 'wrong-usage' });
  });
});

describe('an export by a log whose key was replaced', () => {
  it('verifies by the first key, which vouches for the next; without the statement it does not', async () => {
    const { fresh, sealed } = await sealedLog(2);
    const { origin } = sealed.log;
    const next = newSealKey();
    const [first, successor] = [signersOf(pem)(origin)[0]!, signersOf(next)(origin)[0]!];
    const statement = formatNote(signNote(successionText(origin, successor.key, 2), [first, successor]));
    await sealStore(fresh.pool).addKey(sealed.log, { key: formatKey(successor.key), above: 2, statement });
    await decide(fresh, 2, 1);
    await sealNow(fresh.pool, TENANT, next);
    const whole = await exported('rotated', fresh);
    expect((await verify(whole, { keys: [sealed.key] })).data).toMatchObject({ verified: true, size: 3, signedBy: [formatKey(successor.key)] });

    const unvouched = join(folder, 'unvouched');
    await cp(whole, unvouched, { recursive: true });
    const ring = JSON.parse(await readFile(join(whole, files.keys), 'utf8'));
    await writeFile(
      join(unvouched, files.keys),
      JSON.stringify({ ...ring, keys: ring.keys.map(({ statement: _, ...key }: { statement?: string }) => key) }),
    );
    await expect(verify(unvouched, { keys: [sealed.key] })).rejects.toMatchObject({ details: { why: 'wrong-key' } });
  });
});
