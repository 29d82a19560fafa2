import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { roster, workflowIdOf } from '../roster.ts';

const { History } = temporal.api.history.v1;
type History = temporal.api.history.v1.History;

/** One run of a workflow, as Temporal kept it: what protobufjs makes plain of it. */
interface Recorded {
  readonly workflowId: string;
  readonly history: Record<string, unknown>;
}

/** A history as it is kept: which workflow it is of, in which of the lives that were recorded. */
export interface Kept {
  readonly name: string;
  readonly life: string;
  readonly workflowId: string;
  readonly history: History;
}

/** The histories that are kept, one folder a life, one file a run. */
export function histories(): readonly Kept[] {
  const lives = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return lives.flatMap(({ name: life }) =>
    files(join(import.meta.dirname, life)).map((file) => {
      const { workflowId, history } = JSON.parse(readFileSync(join(import.meta.dirname, life, file), 'utf8')) as Recorded;
      return { name: file.replace(/-.*$/, ''), life, workflowId, history: History.fromObject(history) };
    }),
  );
}

const files = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted();

/** Where to record a life, if that is asked for (`npm run record --workspace @jalon/workflows`). */
export const recordingOf = (life: string): string | undefined => {
  const folder = process.env.JALON_RECORD_REPLAYS;
  return folder && join(folder, life);
};

/** Writes the history of every run of the workflows of some calls and projects into a folder, in place of those that are there. */
export async function record(client: Client, tenant: string, streams: readonly string[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const name of files(folder)) rmSync(join(folder, name));
  for (const stream of streams) {
    for (const { name } of roster.filter(({ kind }) => stream.startsWith(`${kind}-`))) {
      const workflowId = workflowIdOf(name, { tenant, stream });
      for (const [index, history] of (await runs(client, workflowId)).entries()) {
        const recorded: Recorded = { workflowId, history };
        const file = `${name}-${stream.replace(/^\w+-/, '')}-${String(index + 1).padStart(2, '0')}.json`;
        writeFileSync(join(folder, file), `${JSON.stringify(recorded)}\n`);
      }
    }
  }
}

/** The runs of a workflow, oldest first: each names the one that it went on from. */
async function runs(client: Client, workflowId: string): Promise<readonly Recorded['history'][]> {
  const found: Recorded['history'][] = [];
  for (let runId = await lastRun(client, workflowId); runId; ) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    found.unshift(plain(history));
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? undefined;
  }
  return found;
}

/** Undefined where nothing was ever kept by it: a project that reached no phase has no SRL reviews. */
async function lastRun(client: Client, workflowId: string): Promise<string | undefined> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).runId;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

/** Workers name themselves by process and machine (`4711@host…`): that is nobody's business. */
function plain(history: Parameters<typeof History.fromObject>[0]): Recorded['history'] {
  const object = History.toObject(History.fromObject(history), { longs: String, enums: String, bytes: String });
  return JSON.parse(JSON.stringify(object), (_, value: unknown) =>
    typeof value === 'string' && /^\d+@/.test(value) ? 'worker' : value,
  ) as Recorded['history'];
}
