import { writeFile } from 'node:fs/promises';
import { nodeCrypto, parseKey, proveDecision, sealStore, utf8, verifyProof } from '@jalon/seal';
import type { Pool } from 'pg';
import type { Answer } from '../answer.ts';
import { Failure } from '../failure.ts';

export interface Proving {
  /** The file to write; `<id>.tlog-proof` unless said. */
  readonly out?: string;
  /** What was decided goes into the file too: the file is then as confidential as that is. */
  readonly withData: boolean;
}

/**
 * Writes the proof file of one decision.
 * @throws {Failure} `unknown-decision`; `not-sealed-yet` where no checkpoint holds it; `not-verified` where the log and its seal disagree about it
 */
export async function proveOne(
  pool: Pick<Pool, 'query'>,
  tenant: string,
  id: string,
  { out = `${id}.tlog-proof`, withData }: Proving,
): Promise<Answer> {
  const { rows } = await pool.query<{ envelope: string; data: string; salt: Buffer; position: string }>(
    'SELECT envelope, data, salt, position FROM decision_log.decisions WHERE tenant = $1 AND id::text = $2',
    [tenant, id],
  );
  const [row] = rows;
  if (!row)
    throw new Failure('unknown-decision', `There is no decision "${id}" in ${tenant}: \`jalon history <stream> --json\` shows the ids of decisions.`);
  const { envelope, data, salt } = row;
  const store = sealStore(pool);
  const log = await store.logOf(tenant);
  const extra = utf8(JSON.stringify({ envelope, ...(withData && { data, salt: salt.toString('hex') }) }));
  const proof = log && (await proveDecision(store, log, { position: Number(row.position), extra }));
  if (!log || !proof) throw new Failure('not-sealed-yet', 'The decision is recorded, and no signed checkpoint holds it yet: ask again in a second.');
  const published = await store.keys(log);
  const keys = published.map(({ key }) => parseKey(key, nodeCrypto.sha256)).filter((key) => key !== undefined);
  const { problem } = verifyProof(proof, utf8(envelope), { origin: log.origin, keys }, nodeCrypto);
  if (problem)
    throw new Failure('not-verified', `The proof of ${id} does not hold (${problem}): the log was changed after it was sealed. Run \`jalon fsck\`.`);
  await writeFile(out, proof);
  const key = published.at(-1)!.key;
  return {
    lines: [
      `The proof was written to ${out}${withData ? ', with what was decided: hand it on with care' : ''}.`,
      `Verify it anywhere: jalon verify ${out} --key '${key}'`,
    ],
    data: { out, key, origin: log.origin, position: Number(row.position) },
  };
}
