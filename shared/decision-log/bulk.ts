import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { asLogError } from './database.ts';
import { readTexts } from './envelope.ts';
import type { LoggedDecision } from './port.ts';

const BATCH = 1000;

/** The columns of a line of COPY's text format. Canonical JSON holds no control characters, so that a backslash is all that is ever escaped. */
function decisionOf(line: string): LoggedDecision {
  const [envelope = '', data = ''] = line.split('\t').map((column) => column.replaceAll('\\\\', '\\'));
  return readTexts(envelope, data);
}

/** A tenant's log from after a position, in order, by COPY over a connection of its own. The batches are of one moment: what is appended meanwhile is not in them. */
export async function* readAll(client: pg.Client, tenant: string, after: number): AsyncGenerator<readonly LoggedDecision[]> {
  client.on('error', () => undefined); // the stream below fails with it
  try {
    await client.connect();
    const select = `SELECT envelope, data FROM decision_log.decisions
                    WHERE tenant = ${pg.escapeLiteral(tenant)} AND position > ${pg.escapeLiteral(String(after))}::bigint ORDER BY position`;
    const lines = client.query(copyTo(`COPY (${select}) TO STDOUT`)).setEncoding('utf8');
    let rest = '';
    let batch: LoggedDecision[] = [];
    for await (const chunk of lines) {
      const complete = `${rest}${chunk}`.split('\n');
      rest = complete.pop() ?? '';
      for (const line of complete) {
        batch.push(decisionOf(line));
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  } catch (error) {
    throw asLogError(error);
  } finally {
    await client.end();
  }
}
