import fc from 'fast-check';
import type { System } from '../system/system.ts';
import { type Answer, whatIsWrong } from './judge.ts';
import { type OpenApi, type Operation, operationsOf } from './operations.ts';
import { type Ground, requestsTo, type Sent } from './requests.ts';
import type { Schema } from './values.ts';

const TENANT = 'demonstration';
const PERSONAS = ['administrator', 'administrator-2', 'reviewer-1', 'committee-chair', 'holder', 'accountant', 'funder-region', 'auditor'] as const;
const TIMEOUT_MS = 20_000;

/** An operation that answered what it may not. */
export interface Found {
  readonly operation: string;
  readonly what: string;
  /** The smallest request for which it was seen again. */
  readonly request: string;
}

export interface Driven {
  readonly requests: number;
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly found: readonly Found[];
}

export interface Driving {
  readonly seed: number;
  /** How many requests each operation gets. */
  readonly each: number;
}

/** What drives a system: every operation of its own document, with requests that follow from a seed. */
export async function driverOf(system: System): Promise<{ readonly operations: readonly Operation[]; drive(how: Driving): Promise<Driven> }> {
  const document = (await (await fetch(`${system.url}/openapi.json`)).json()) as OpenApi;
  const operations = operationsOf(document);
  const tokens = new Map(await Promise.all(PERSONAS.map(async (persona): Promise<[string, string]> => [persona, await system.token(persona)])));
  const ground: Ground = { personas: PERSONAS, ids: await idsOf(system), resolve: resolverOf(document) };

  async function send({ persona, method, path, headers, body }: Sent): Promise<Answer> {
    const response = await fetch(system.url + path, {
      method,
      headers: { ...headers, authorization: `Bearer ${tokens.get(persona)}` },
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  return {
    operations,
    async drive({ seed, each }) {
      const statuses: Record<string, number> = {};
      const found: Found[] = [];
      let requests = 0;
      for (const [index, operation] of operations.entries()) {
        const judged = async (sent: Sent) => {
          const answer = await send(sent);
          requests += 1;
          statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
          const wrong = whatIsWrong(operation, answer);
          if (wrong !== undefined) throw new Error(wrong);
        };
        const outcome = await fc.check(fc.asyncProperty(requestsTo(operation, ground), judged), { seed: seed + index, numRuns: each });
        if (!outcome.failed) continue;
        const what = outcome.errorInstance instanceof Error ? outcome.errorInstance.message : 'it was not answered in time';
        found.push({ operation: operation.id, what, request: told(outcome.counterexample?.[0]) });
      }
      return { requests, statuses, found };
    },
  };
}

/** Every thing that the demonstration has, by the first part of its address; and one that a command may create. */
async function idsOf({ log }: System): Promise<Ground['ids']> {
  const ids: Record<string, string[]> = {};
  for (const stream of Object.keys(await log.streams(TENANT, ''))) {
    const dash = stream.indexOf('-');
    const collection = `${stream.slice(0, dash)}s`;
    ids[collection] = [...(ids[collection] ?? []), stream.slice(dash + 1)];
  }
  return { ...ids, possible: ['projects', 'calls', 'programmes', 'organisations', 'sittings'], catalogue: ['project', 'call'], [TENANT]: [TENANT] };
}

function resolverOf(document: OpenApi): (ref: string) => Schema {
  return (ref) =>
    ref
      .split('/')
      .slice(1)
      .reduce<unknown>((within, name) => (within as Record<string, unknown>)[name], document) as Schema;
}

const told = (sent: Sent | undefined): string =>
  sent ? JSON.stringify(sent, (_, value) => (value instanceof Uint8Array ? [...value] : value)).slice(0, 600) : '';
