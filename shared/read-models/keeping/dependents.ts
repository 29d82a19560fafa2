import type { LoggedDecision } from '@jalon/decision-log';
import { parseStream, streamOf } from '@jalon/domain';
import type { PoolClient } from 'pg';

/** Decisions on a programme or a call that no other thing's row shows or hangs on. */
const concernOnlyThemselves = new Set(['role-granted', 'role-revoked', 'obligation-reminded', 'obligation-escalated']);

/** Streams, with the version of each that is applied. */
type Versions = ReadonlyMap<string, number>;

/** The calls, projects and sittings whose rows hang on what these decisions changed: on their programme (a policy, a funder), their call, their register. */
export async function dependents(tx: PoolClient, tenant: string, decisions: readonly LoggedDecision[]): Promise<Versions> {
  const changed: Record<string, Set<string>> = { programme: new Set(), call: new Set(), register: new Set() };
  for (const { stream, type } of decisions) {
    const { kind, id } = parseStream(stream);
    if (!concernOnlyThemselves.has(type)) changed[kind]?.add(id);
  }
  const { programme = new Set(), call = new Set(), register = new Set() } = changed;
  if (programme.size + call.size + register.size === 0) return new Map();

  const ofProgramme = [...programme];
  const streams = [
    ...(await ids(tx, 'SELECT id FROM calls WHERE tenant = $1 AND (programme = ANY($2) OR id = ANY($3))', tenant, ofProgramme, [...register])).map(
      (id) => streamOf('call', id),
    ),
    ...(await ids(tx, 'SELECT id FROM portfolio WHERE tenant = $1 AND (programme = ANY($2) OR call = ANY($3))', tenant, ofProgramme, [...call])).map(
      (id) => streamOf('project', id),
    ),
    // What is due on a sitting changes with its programme, its title with its call.
    ...(await ids(tx, SITTINGS, tenant, ofProgramme, call.size > 0)),
  ];
  return versions(tx, tenant, streams);
}

const SITTINGS = `SELECT DISTINCT stream AS id FROM my_work WHERE tenant = $1 AND stream LIKE 'sitting-%' AND (programme = ANY($2) OR $3)`;

async function ids(tx: PoolClient, query: string, ...values: readonly unknown[]): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>(query, [...values]);
  return rows.map(({ id }) => id);
}

async function versions(tx: PoolClient, tenant: string, streams: readonly string[]): Promise<Versions> {
  const { rows } = await tx.query<{ stream: string; version: number }>('SELECT stream, version FROM applied WHERE tenant = $1 AND stream = ANY($2)', [
    tenant,
    streams,
  ]);
  return new Map(rows.map(({ stream, version }) => [stream, version]));
}
