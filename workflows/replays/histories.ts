import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { roster, workflowIdOf } from '../roster.ts';

const { History } = temporal.api.history.v1;
type History = temporal.api.history.v1.History;

/** One run of a workflow, as Temporal kept it: what protobufjs makes plain of it. */
interface Recorded {
  readonly workflowId: string;
  readonly history: Record<string, unknown>;
}

/** The histories kept in a folder, one file a run. */
export function histories(
  folder: string = import.meta.dirname,
): readonly { readonly name: string; readonly workflowId: string; readonly history: History }[] {
  return files(folder).map((name) => {
    const { workflowId, history } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recorded;
    return { name, workflowId, history: History.fromObject(history) };
  });
}

const files = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted();

/** Writes the history of every run of the workflows of a call and a project into a folder, in place of those that are there. */
export async function record(client: Client, tenant: string, streams: Readonly<Record<'call' | 'project', string>>, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const name of files(folder)) rmSync(join(folder, name));
  for (const { name, kind } of roster) {
    const workflowId = workflowIdOf(name, { tenant, stream: streams[kind] });
    for (const [index, history] of (await runs(client, workflowId)).entries()) {
      const recorded: Recorded = { workflowId, history };
      const file = `${name}-${String(index + 1).padStart(2, '0')}.json`;
      writeFileSync(join(folder, file), `${JSON.stringify(recorded)}\n`);
    }
  }
}

/** The runs of a workflow, oldest first: each names the one that it went on from. */
async function runs(client: Client, workflowId: string): Promise<readonly Recorded['history'][]> {
  const found: Recorded['history'][] = [];
  for (let runId: string | undefined = (await client.workflow.getHandle(workflowId).describe()).runId; runId; ) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    found.unshift(plain(history));
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? undefined;
  }
  return found;
}

/** Workers name themselves by process and machine (`4711@host…`): that is nobody's business. */
function plain(history: Parameters<typeof History.fromObject>[0]): Recorded['history'] {
  const object = History.toObject(History.fromObject(history), { longs: String, enums: String, bytes: String });
  return JSON.parse(JSON.stringify(object), (_, value: unknown) =>
    typeof value === 'string' && /^\d+@/.test(value) ? 'worker' : value,
  ) as Recorded['history'];
}
