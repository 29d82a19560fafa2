import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Stored } from './replay.ts';

/** The signature, flags and extension length that binary COPY begins with: https://www.postgresql.org/docs/current/sql-copy.html */
const HEADER_BYTES = 19;
const FIELDS = 2;

/**
 * A tenant's log as it is stored, in order, by binary COPY over a connection of its own: envelope, and salt ‖ data. All of it is of one moment. Memory does not
 * grow with the log. A decision's bytes are good until the next one is asked for.
 */
export async function* storedLog(url: string, tenant: string, streams?: readonly string[]): AsyncGenerator<readonly Stored[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'jalon verify', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // the stream below fails with it
  await client.connect();
  try {
    const salted = streams
      ? `CASE WHEN stream = ANY (${pg.escapeLiteral(`{${streams.map((name) => JSON.stringify(name)).join(',')}}`)}::text[]) THEN ${SALTED} END`
      : SALTED;
    const select = `SELECT envelope, ${salted} FROM decision_log.decisions WHERE tenant = ${pg.escapeLiteral(tenant)} ORDER BY position`;
    const chunks = client.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT binary)`));
    let rest: Buffer = Buffer.alloc(0);
    let begun = false;
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      if (!begun) {
        if (bytes.length < HEADER_BYTES) {
          rest = bytes;
          continue;
        }
        bytes = bytes.subarray(HEADER_BYTES);
        begun = true;
      }
      const { rows, left } = rowsOf(bytes);
      rest = left;
      if (rows.length > 0) yield rows;
    }
  } finally {
    await client.end();
  }
}

const SALTED = `salt || convert_to(data, 'UTF8')`;

/** The whole rows of a piece of binary COPY, and what is left of it. */
function rowsOf(bytes: Buffer): { readonly rows: readonly Stored[]; readonly left: Buffer } {
  const rows: Stored[] = [];
  let at = 0;
  while (at + 2 <= bytes.length && bytes.readInt16BE(at) === FIELDS) {
    if (at + 6 > bytes.length) break;
    const envelopeEnd = at + 6 + bytes.readInt32BE(at + 2);
    if (envelopeEnd + 4 > bytes.length) break;
    const length = bytes.readInt32BE(envelopeEnd);
    const end = envelopeEnd + 4 + Math.max(length, 0);
    if (end > bytes.length) break;
    // The byte before the envelope is the last of its length, which was read: the leaf's prefix takes its place.
    rows.push({ prefixed: bytes.subarray(at + 5, envelopeEnd), ...(length >= 0 && { salted: bytes.subarray(envelopeEnd + 4, end) }) });
    at = end;
  }
  return { rows, left: Buffer.from(bytes.subarray(at)) };
}
