import type { AsOf, DecisionLog, LoggedDecision } from '@jalon/decision-log';
import { type Answer, table } from '../answer.ts';
import { Failure } from '../failure.ts';
import { pastOf } from '../past/instants.ts';

/** The tenant named, or the only one that there is. */
export async function tenantFor(log: Pick<DecisionLog, 'tenants'>, named: string | undefined): Promise<string> {
  const tenants = (await log.tenants()).map(({ tenant }) => tenant).sort();
  if (named !== undefined) {
    if (tenants.includes(named)) return named;
    throw new Failure(
      'wrong-usage',
      `There is no tenant "${named}": ${tenants.length > 0 ? `there are ${tenants.join(', ')}` : 'the log is empty'}.`,
    );
  }
  if (tenants.length === 1) return tenants[0]!;
  const what = tenants.length === 0 ? 'The log is empty' : `The log holds several tenants (${tenants.join(', ')})`;
  throw new Failure('tenant-not-named', `${what}: ${tenants.length === 0 ? 'import or decide something first' : 'name one with --tenant'}.`);
}

/** What has been decided on one thing, oldest first, as far as it had taken effect and was known at the instants given. */
export async function historyOf(
  log: Pick<DecisionLog, 'readStream' | 'heads'>,
  tenant: string,
  stream: string,
  asked: AsOf,
  now: Date,
): Promise<Answer> {
  const asOf = pastOf(asked, now);
  const { [stream]: head } = await log.heads(tenant, [stream]);
  if (!head) throw new Failure('unknown-stream', `There is no "${stream}" in ${tenant}: a stream is <kind>-<id>, such as project-insite.`);
  const decisions = await log.readStream(tenant, stream, asOf);
  return { lines: linesOf(decisions, head), data: { tenant, stream, version: head, ...asOf, decisions: decisions.map(shown) } };
}

function linesOf(decisions: readonly LoggedDecision[], head: number): string[] {
  const rows = decisions.map(({ version, occurredAt, recordedAt, type, actor }) => [
    String(version),
    minute(occurredAt),
    minute(recordedAt),
    type,
    actor.kind === 'person' ? actor.id : `${actor.id} (${actor.kind})`,
  ]);
  const left = head - decisions.length;
  return [
    ...table(['', 'took effect', 'recorded', 'decision', 'by'], rows),
    ...(left > 0 ? [`${left} more, not yet in effect or not yet known then.`] : []),
  ];
}

/** `2027-03-01 09:30`, in UTC. */
const minute = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

/** A decision as `--json` shows it: everything but the stored texts. */
function shown({ envelope: _, dataText: __, ...decision }: LoggedDecision): unknown {
  return decision;
}
