import type { DecisionLog } from '@jalon/decision-log';
import { isFollowedKind, type Load, type Obligation, parseStream, processView, stepToTake } from '@jalon/domain';
import type { Client } from '@temporalio/client';
import { inFlight, roster, type Standing, standing, workflowIdOf } from '../client/index.ts';

const AT_ONCE = 16;

/** What is owed on a stream by the log. */
export interface Owed {
  readonly stream: string;
  readonly version: number;
  readonly stage: string;
  readonly obligations: readonly Obligation[];
}

/** What the log says is owed on every call, project and sitting of a tenant, in the order of their names. */
export async function owedOnStreams(log: Pick<DecisionLog, 'streams'>, load: Load, tenant: string): Promise<readonly Owed[]> {
  const streams = Object.entries(await log.streams(tenant, ''));
  const owed: Owed[] = [];
  await inFlight(streams, AT_ONCE, async ([stream, version]) => {
    const { kind, id } = parseStream(stream);
    if (isFollowedKind(kind)) owed.push({ stream, version, ...(await processView(kind, id, load)) });
  });
  return owed.toSorted((a, b) => a.stream.localeCompare(b.stream));
}

/** One line for each obligation: where, which, and the next step with its date; of several overdue ones the newest. */
export function linesOfLog(owed: readonly Owed[], now = new Date().toISOString()): readonly string[] {
  return owed.flatMap(({ stream, obligations }) => obligations.map((one) => line(stream, one.id, stepToTake(one, now) ?? one.next))).toSorted();
}

/** The same lines as the workflows of these streams tell them when they are asked. */
export async function linesOfWorkflows(client: Client, tenant: string, owed: readonly Owed[]): Promise<readonly string[]> {
  const asked = owed.flatMap(({ stream, stage, version }) =>
    roster.filter(({ kind, kept }) => stream.startsWith(`${kind}-`) && kept[stage]).map(({ name }) => ({ name, stream, version })),
  );
  const lines: string[] = [];
  await inFlight(asked, AT_ONCE, async ({ name, stream, version }) => {
    const { keeps } = await standingAt(client, workflowIdOf(name, { tenant, stream }), version);
    for (const { id, next } of keeps) lines.push(line(stream, id, next));
  });
  return lines.toSorted();
}

const line = (stream: string, id: string, next: { readonly command: string; readonly at: string } | undefined): string =>
  `${stream} ${id} ${next ? `${next.command} ${new Date(next.at).toISOString()}` : 'waits for a person'}`;

/** Ends the workflows of these streams, so that nobody goes on with them after a test. */
export async function endWorkflows(client: Client, tenant: string, owed: readonly Owed[]): Promise<void> {
  const all = owed.flatMap(({ stream }) => roster.filter(({ kind }) => stream.startsWith(`${kind}-`)).map(({ name }) => ({ name, stream })));
  await inFlight(all, AT_ONCE, async ({ name, stream }) => {
    await client.workflow
      .getHandle(workflowIdOf(name, { tenant, stream }))
      .terminate()
      .catch(() => undefined);
  });
}

const WITHIN_MS = 60_000;

/** Where a workflow stands once it has come to a version of its stream; until then it is asked again. */
async function standingAt(client: Client, workflowId: string, version: number): Promise<Standing> {
  for (const end = performance.now() + WITHIN_MS; ; ) {
    const stands = await client.workflow
      .getHandle(workflowId)
      .query(standing)
      .catch(() => undefined);
    if (stands && stands.version >= version) return stands;
    if (performance.now() > end) throw new Error(`${workflowId} stands at version ${stands?.version}, expected ${version}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
