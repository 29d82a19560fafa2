import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gather } from '@jalon/exports';
import { fileStore } from '@jalon/object-store';
import { migrateSeal, newSealKey } from '@jalon/seal';
import { type Sealed, sealNow } from '@jalon/seal/testing';
import { type FreshLog, freshLog } from '@jalon/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Answer } from '../answer.ts';
import { importFolder } from '../import/run.ts';
import { verify } from '../seal/verify.ts';
import { doorOf } from '../system.ts';
import { demonstration } from '../testing/demonstration.ts';
import { sealingIn } from '../testing/sealing.ts';
import { writeAuditFile } from './audit-file.ts';

const KEY = 'a key for the demonstration';
const TENANT = 'demonstration';
let fresh: FreshLog;
let folder: string;
let sealed: Sealed;

beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await migrateSeal(fresh.ownerUrl);
  await importFolder(demonstration(), { ...doorOf(fresh.log, KEY, await sealingIn(fresh)), log: fresh.log, clock: fresh.clock });
  folder = await mkdtemp(join(tmpdir(), 'jalon-audit-file-'));
});
afterAll(async () => {
  await fresh.drop();
  await rm(folder, { recursive: true, force: true });
});

async function filed(project: string, out = project): Promise<Answer & { readonly data: Readonly<Record<string, unknown>> }> {
  const gathered = await gather(fresh.log, doorOf(fresh.log, KEY).loader(TENANT), TENANT, project);
  if (!gathered) throw new Error(`There is no ${project}.`);
  const objects = fileStore(join(folder, 'objects'));
  const written = await writeAuditFile({ pool: fresh.pool, objects, gathered, out: join(folder, out), now: new Date(), progress: () => undefined });
  return { ...written, data: { ...(written.data as object) } };
}
const read = (out: string, path: string) => readFile(join(folder, out, path), 'utf8');

describe('the audit file of a project of the demonstration', () => {
  it('is written before anything is sealed too, and says that there are no proofs yet', async () => {
    const { data } = await filed('val-fictif', 'unsealed');
    expect(data).toMatchObject({ proofs: 0 });
    expect(await read('unsealed', 'LISEZMOI.txt')).toContain('Le journal n’est pas scellé');
    expect(await read('unsealed', 'index.html')).toContain('pas encore scellée');
  });

  it('holds every piece with a proof that verifies with nothing but the key, and names what is missing', async () => {
    sealed = await sealNow(fresh.pool, TENANT, newSealKey());
    const { data, lines } = await filed('val-fictif');
    const pieces = await readdir(join(folder, 'val-fictif', 'pieces'));
    const proofs = await readdir(join(folder, 'val-fictif', 'preuves'));
    expect(proofs).toHaveLength(pieces.length);
    expect(data).toMatchObject({ pieces: pieces.length, proofs: pieces.length });
    const { lines: verified } = await verify(join(folder, 'val-fictif', 'preuves', proofs[0]!), { keys: [sealed.key] });
    expect(verified.join(' ')).toMatch(/verif|is in the log|stands/i);
    expect(lines).toContainEqual(expect.stringMatching(/^Missing, point \w+: /));

    const page = await read('val-fictif', 'index.html');
    for (const point of ['1', '2', '5', '13', 'C']) expect(page).toContain(`id="point-${point}"`);
    expect(page).toContain('Convention signée');
    const summary = JSON.parse(await read('val-fictif', 'dossier.json'));
    expect(summary).toMatchObject({
      format: 'jalon-audit-file/1',
      project: 'val-fictif',
      call: 'exemple-1',
      programme: 'demonstration',
      keys: [sealed.key],
    });
    const [agreement] = summary.elements.find(({ point }: { point: string }) => point === '2').pieces;
    const piece = JSON.parse(await read('val-fictif', agreement.path));
    expect(piece).toMatchObject({ id: agreement.decision, stream: 'project-val-fictif', proof: agreement.proof });
    for (const [, address] of page.matchAll(/href="([^"#]+)"/g)) await read('val-fictif', decodeURIComponent(address!));
  });

  it('refuses a folder that holds something', async () => {
    await expect(filed('val-fictif')).rejects.toMatchObject({ code: 'wrong-usage' });
  });

  it('of a case study and of a draft says what there is, and calls for nothing that cannot be', async () => {
    const caseStudy = await filed('insite');
    expect(caseStudy.data).toMatchObject({ project: 'insite' });
    expect(JSON.stringify(caseStudy.data.missing)).not.toContain('"point":"2"');
  });
});
