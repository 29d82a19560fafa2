import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from './client.ts';
import { noteOwn } from './freshness.ts';
import type { paths } from './generated/schema.d.ts';
import { isProblem } from './problem.ts';
import { refreshAfter } from './read.ts';

/** What was recorded: the version that the thing is at now, and that of every stream that moved. */
export interface Recorded {
  readonly decisions: readonly {
    readonly id: string;
    readonly type: string;
    readonly stream: string;
    readonly version: number;
    readonly position: number;
  }[];
  readonly version: number;
  readonly position: number;
  readonly streams: Readonly<Record<string, number>>;
}

/** A command as it is sent. `key` is kept for as long as the same form is tried again; `version` is the one that whoever decides has seen. */
export interface Asking {
  readonly kind: string;
  readonly id: string;
  readonly command: string;
  readonly input: unknown;
  readonly key: string;
  readonly version?: number | undefined;
}

type Of<Path> = Path extends `/v1/${infer Kind}s/{id}/${infer Name}`
  ? paths[Path & keyof paths] extends { post: unknown }
    ? `${Kind}/${Name}`
    : never
  : never;
/** Every command, by the name that the journal has for it: `project/submit-review`. */
export type CommandName = Of<keyof paths>;
/** The input of a command. */
export type InputOf<Name extends CommandName> = Name extends `${infer Kind}/${infer Command}`
  ? paths[`/v1/${Kind}s/{id}/${Command}` & keyof paths] extends { post: { requestBody?: { content: { 'application/json': infer Body } } } }
    ? Body
    : never
  : never;

/** How often a command is sent again by itself, under the same key, when nobody answered or the service was busy. */
const TRIES = 4;

/**
 * Sends a command. Recorded once, however often it is sent under one key.
 * @throws {Problem} refused, not allowed, stale, wrong input; or nobody answered after several tries
 */
export async function decide({ kind, id, command, input, key, version }: Asking, tried = 1): Promise<Recorded> {
  try {
    const response = await send(`/v1/${kind}s/${encodeURIComponent(id)}/${command}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, ...(version !== undefined && { 'if-match': `"${version}"` }) },
      body: JSON.stringify(input ?? {}),
    });
    const recorded = (await response.json()) as Recorded;
    for (const [stream, at] of Object.entries(recorded.streams)) noteOwn(stream, at);
    return recorded;
  } catch (error) {
    if (!isProblem(error) || !error.retryable || tried >= TRIES || !navigator.onLine) throw error;
    await pause(error.retryAfter === undefined ? 400 * 2 ** tried : error.retryAfter * 1_000);
    return decide({ kind, id, command, input, key, version }, tried + 1);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const newKey = (): string => crypto.randomUUID();

/** A command of any kind, sent and followed by the reads that it changes. For a form, `forms/` does this and keeps what was typed. */
export function useDeciding() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asking: Asking) => decide(asking),
    onSuccess: ({ streams }) => refreshAfter(queries, Object.keys(streams)),
  });
}

/**
 * One command, typed by the API's document: `const { mutate } = useDecide('project/declare-conflict')`, then `mutate({ id, input, key: newKey() })`.
 */
export function useDecide<Name extends CommandName>(name: Name) {
  const queries = useQueryClient();
  const [kind = '', command = ''] = name.split('/');
  return useMutation({
    mutationFn: (asking: Omit<Asking, 'kind' | 'command' | 'input'> & { readonly input: InputOf<Name> }) => decide({ ...asking, kind, command }),
    onSuccess: ({ streams }) => refreshAfter(queries, Object.keys(streams)),
  });
}
