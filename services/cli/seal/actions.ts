import type { OpenedLog } from '@jalon/decision-log';
import { streamOf } from '@jalon/domain';
import type { Configuration } from '@jalon/runtime';
import { sealStore } from '@jalon/seal';
import type { Pool } from 'pg';
import { noteReading } from '../accesses/noting.ts';
import { tenantFor } from '../history/history.ts';
import { doorOf, withPool } from '../system.ts';
import type { SealActions } from './commands.ts';
import { exportLog } from './export.ts';
import { fsck } from './fsck.ts';
import { streamsOf } from './programme-streams.ts';
import { proveOne } from './prove.ts';
import { verify } from './verify.ts';

type OnLog = <Result>(work: (log: OpenedLog, settings: Configuration) => Promise<Result>) => Promise<Result>;

/** The commands of the seal, on the system that `onLog` opens; `verify` opens none. */
export function sealActions(onLog: OnLog): SealActions {
  const onSeal = <Result>(
    named: string | undefined,
    work: (given: { readonly log: OpenedLog; readonly settings: Configuration; readonly pool: Pool; readonly tenant: string }) => Promise<Result>,
  ) => onLog((log, settings) => withPool(settings.databaseUrl, async (pool) => work({ log, settings, pool, tenant: await tenantFor(log, named) })));
  return {
    export: ({ programme, out, tenant: named, onlyOwn }, progress) =>
      onSeal(named, async ({ log, settings: { databaseUrl, commandKey }, pool, tenant }) => {
        const scope =
          programme === undefined
            ? undefined
            : { programme, streams: await streamsOf(log, doorOf(log, commandKey).loader(tenant), tenant, programme) };
        await noteReading(databaseUrl, tenant, { part: 'export', ...(programme !== undefined && { thing: streamOf('programme', programme) }) });
        const others = onlyOwn && scope ? 'hashes' : 'envelopes';
        return exportLog({
          databaseUrl,
          store: sealStore(pool),
          tenant,
          out: out ?? `jalon-export-${programme ?? tenant}`,
          ...(scope && { scope }),
          others,
          progress,
        });
      }),
    verify,
    prove: (decision, { out, tenant: named, withData }) =>
      onSeal(named, async ({ settings, pool, tenant }) => {
        if (withData) await noteReading(settings.databaseUrl, tenant, { part: 'proof', more: { decision } });
        return proveOne(pool, tenant, decision, { ...(out !== undefined && { out }), withData });
      }),
    fsck: ({ tenant }, progress) =>
      onLog((log, settings) =>
        withPool(settings.databaseUrl, (pool) => fsck({ log, settings, pool, progress, ...(tenant !== undefined && { tenant }) })),
      ),
  };
}
