import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type AuditFile, auditFileOf, type FiledDocument, filesOf, type Gathered, type MentionedDocument, piecesOf } from '@jalon/exports';
import { ObjectDamaged, type ObjectStore } from '@jalon/object-store';
import { sealStore } from '@jalon/seal';
import type { Pool } from 'pg';
import type { Answer, Progress } from '../answer.ts';
import { Failure } from '../failure.ts';
import { proveOne } from '../seal/prove.ts';

export interface Filing {
  readonly pool: Pool;
  readonly objects: ObjectStore;
  readonly gathered: Gathered;
  /** The folder to write; it has to be new or empty. */
  readonly out: string;
  readonly now: Date;
  readonly progress: Progress;
}

/**
 * Writes the audit file of a project: its index, each piece with its proof, and the files that they refer to.
 * @throws {Failure} `wrong-usage` where the folder holds something, `not-verified` where the log is not as it was sealed
 */
export async function writeAuditFile(filing: Filing): Promise<Answer> {
  const { pool, gathered, out, now } = filing;
  if (existsSync(out) && (await readdir(out)).length > 0) {
    throw new Failure('wrong-usage', `${out} holds something already: name a folder that is new or empty with --out.`);
  }
  const file = auditFileOf(gathered);
  await mkdir(join(out, 'preuves'), { recursive: true });
  const proofs = await writeProofs(filing, file);
  const documents = await writeDocuments(filing, file);
  const store = sealStore(pool);
  const sealed = await store.logOf(gathered.tenant);
  const keys = sealed ? (await store.keys(sealed)).map(({ key }) => key) : [];
  for (const [path, content] of filesOf(file, { madeAt: now.toISOString(), keys, proofs, documents })) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), content);
  }
  return answer(file, out, proofs.size, documents);
}

async function writeProofs({ pool, gathered: { tenant }, out, progress }: Filing, file: AuditFile): Promise<ReadonlyMap<string, string>> {
  const proofs = new Map<string, string>();
  const pieces = piecesOf(file);
  for (const [index, { decision }] of pieces.entries()) {
    const path = `preuves/${decision.id}.tlog-proof`;
    try {
      await proveOne(pool, tenant, decision.id, { out: join(out, path), withData: true });
      proofs.set(decision.id, path);
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'not-sealed-yet') throw error;
    }
    progress(index + 1, pieces.length);
  }
  return proofs;
}

async function writeDocuments({ objects, gathered: { tenant }, out }: Filing, file: AuditFile): Promise<ReadonlyMap<string, FiledDocument>> {
  const documents = new Map<string, FiledDocument>();
  for (const document of piecesOf(file).flatMap((piece) => piece.documents)) {
    if (documents.has(document.hash)) continue;
    const path = `documents/${document.hash}${extensionOf(document)}`;
    const written = await writeDocument(objects, tenant, document.hash, join(out, path));
    documents.set(document.hash, { ...document, ...(written && { path }) });
  }
  return documents;
}

/** @returns whether the store holds it, whole */
async function writeDocument(objects: ObjectStore, tenant: string, hash: string, path: string): Promise<boolean> {
  const object = await objects.open(tenant, hash);
  if (!object) return false;
  await mkdir(dirname(path), { recursive: true });
  try {
    await pipeline(object.content, createWriteStream(path));
    return true;
  } catch (error) {
    if (!(error instanceof ObjectDamaged)) throw error;
    await rm(path, { force: true });
    return false;
  }
}

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'text/csv': '.csv',
  'text/plain': '.txt',
};
const extensionOf = ({ mediaType = '' }: MentionedDocument): string => extensions[mediaType] ?? '';

function answer(file: AuditFile, out: string, proofs: number, documents: ReadonlyMap<string, FiledDocument>): Answer {
  const missing = file.elements.flatMap(({ point, missing: lacking }) => lacking.map((sentence) => ({ point, sentence })));
  const absent = [...documents.values()].filter(({ path }) => path === undefined);
  const pieces = piecesOf(file).length;
  return {
    lines: [
      `The audit file of ${file.project} was written to ${out}: ${pieces} decisions, ${proofs} proofs, ${documents.size - absent.length} documents. Open ${join(out, 'index.html')}.`,
      ...missing.map(({ point, sentence }) => `Missing, point ${point}: ${sentence}`),
      ...absent.map(({ name, hash }) => `Not in the object store, or damaged there: ${name} (${hash.slice(0, 12)}…)`),
    ],
    data: { out, project: file.project, pieces, proofs, documents: documents.size, missing, absent },
  };
}
