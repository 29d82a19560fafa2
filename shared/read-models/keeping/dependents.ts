import type { LoggedDecision } from '@jalon/decision-log';
import { parseStream, streamOf } from '@jalon/domain';
import type { PoolClient } from 'pg';

/** Decisions on a programme or a call that no other thing's row shows or hangs on. */
const concernOnlyThemselves = new Set(['role-granted', 'role-revoked', 'obligation-reminded', 'obligation-escalated']);

/** Streams, with the version of each that is applied. */
type Versions = ReadonlyMap<string, number>;

/** The calls and projects whose rows hang on what these decisions changed: on their programme (a policy, a funder), their call, their register. */
export async function dependents(
  tx: PoolClient,
  tenant: string,
  decisions: readonly LoggedDecision[],
): Promise<{ readonly calls: Versions; readonly projects: Versions }> {
  const changed: Record<string, Set<string>> = { programme: new Set(), call: new Set(), register: new Set() };
  for (const { stream, type } of decisions) {
    const { kind, id } = parseStream(stream);
    if (!concernOnlyThemselves.has(type)) changed[kind]?.add(id);
  }
  const { programme = new Set(), call = new Set(), register = new Set() } = changed;
  if (programme.size + call.size + register.size === 0) return { calls: new Map(), projects: new Map() };

  const ofProgramme = [...programme];
  const [calls, projects] = [
    await ids(tx, 'SELECT id FROM calls WHERE tenant = $1 AND (programme = ANY($2) OR id = ANY($3))', tenant, ofProgramme, [...register]),
    await ids(tx, 'SELECT id FROM portfolio WHERE tenant = $1 AND (programme = ANY($2) OR call = ANY($3))', tenant, ofProgramme, [...call]),
  ];
  return { calls: await versions(tx, tenant, 'call', calls), projects: await versions(tx, tenant, 'project', projects) };
}

async function ids(tx: PoolClient, query: string, ...values: readonly unknown[]): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>(query, [...values]);
  return rows.map(({ id }) => id);
}

async function versions(tx: PoolClient, tenant: string, kind: string, things: readonly string[]): Promise<Versions> {
  const streams = things.map((id) => streamOf(kind, id));
  const { rows } = await tx.query<{ stream: string; version: number }>('SELECT stream, version FROM applied WHERE tenant = $1 AND stream = ANY($2)', [
    tenant,
    streams,
  ]);
  return new Map(rows.map(({ stream, version }) => [stream, version]));
}
