import type { OpenedLog } from '@jalon/decision-log';
import { isFollowedKind, type Load, parseStream, processView, stepToTake } from '@jalon/domain';
import { Failure } from '../failure.ts';
import type { Checked } from './checked.ts';

export interface JourneysOf {
  readonly log: Pick<OpenedLog, 'streams'>;
  readonly load: Load;
  readonly tenant: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly now: Date;
}

const AT_ONCE = 16;
/** A journey that is just being told gets so long to hear of it. */
const WITHIN_MS = 5_000;

type Step = { readonly command: string; readonly at: string } | undefined;

const told = (id: string, next: Step) => `${id}: ${next ? `${next.command} on ${new Date(next.at).toISOString()}` : 'waits for a person'}`;

/** Asks every journey what it keeps, and compares it with what the log says is owed. */
export async function checkJourneys({ log, load, tenant, temporal, now }: JourneysOf): Promise<Checked> {
  const { connect, inFlight, roster, standing, workflowIdOf } = await import('@jalon/workflows/client');
  const { client, close } = connect(temporal);
  const wrong: string[] = [];
  let asked = 0;

  /** What the journeys of a stream keep, once they have come to its version; undefined where one does not answer or stays behind. */
  async function kept(stream: string, names: readonly (typeof roster)[number]['name'][], version: number): Promise<readonly string[] | undefined> {
    const lines: string[] = [];
    for (const name of names) {
      const handle = client.workflow.getHandle(workflowIdOf(name, { tenant, stream }));
      // One that has ended still answers what it kept.
      const running = await handle.describe().catch(() => undefined);
      if (running?.status.name !== 'RUNNING') return undefined;
      const end = performance.now() + WITHIN_MS;
      let stands = await handle.query(standing).catch(() => undefined);
      while (stands && stands.version < version && performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        stands = await handle.query(standing).catch(() => undefined);
      }
      if (!stands || stands.version < version) return undefined;
      for (const { id, next } of stands.keeps) lines.push(told(id, next));
    }
    return lines.sort();
  }

  try {
    await client.connection.ensureConnected().catch(() => {
      throw new Failure('out-of-reach', `Temporal at ${temporal.address} does not answer: start it and run this again.`);
    });
    await inFlight(Object.entries(await log.streams(tenant, '')), AT_ONCE, async ([stream, version]) => {
      const { kind, id } = parseStream(stream);
      if (!isFollowedKind(kind)) return;
      const { stage, obligations } = await processView(kind, id, load);
      const names = roster.filter((one) => one.kind === kind && one.kept[stage]).map(({ name }) => name);
      const owed = obligations.map((one) => told(one.id, stepToTake(one, now.toISOString()) ?? one.next)).sort();
      if (names.length === 0 && owed.length === 0) return;
      asked += 1;
      const keeps = await kept(stream, names, version);
      if (!keeps) wrong.push(`The journey of ${stream} is not there, or has not come to version ${version}: \`jalon rehydrate\` starts it again.`);
      else if (keeps.join() !== owed.join())
        wrong.push(`The journey of ${stream} keeps ${keeps.join('; ') || 'nothing'}, and the log says ${owed.join('; ') || 'nothing'}.`);
    });
    return { part: 'journeys', tenant, looked: `${asked} calls, projects and sittings are kept as the log says`, wrong: wrong.sort() };
  } finally {
    await close();
  }
}
