import type { OpenedLog } from '@jalon/decision-log';
import { streamOf } from '@jalon/domain';
import { gather } from '@jalon/exports';
import { fileStore, openS3Store } from '@jalon/object-store';
import { type Configuration, systemClock } from '@jalon/runtime';
import { noteReading } from '../accesses/noting.ts';
import { Failure } from '../failure.ts';
import { tenantFor } from '../history/history.ts';
import { doorOf, withPool } from '../system.ts';
import { writeAuditFile } from './audit-file.ts';
import type { AuditActions } from './commands.ts';
import { firmnessOf } from './firmness.ts';
import { redecideProgramme } from './redecide.ts';
import { selectionOf } from './selection.ts';
import { whatIfOf } from './what-if.ts';

type OnLog = <Result>(work: (log: OpenedLog, settings: Configuration) => Promise<Result>) => Promise<Result>;

/** The commands of an audit, on the system that `onLog` opens. */
export function auditActions(onLog: OnLog): AuditActions {
  return {
    redecide: ({ programme, tenant: named }, progress) =>
      onLog(async (log, { commandKey, databaseUrl }) => {
        const tenant = await tenantFor(log, named);
        const { loader } = doorOf(log, commandKey);
        await noteReading(databaseUrl, tenant, { part: 'redecide', ...(programme !== undefined && { thing: streamOf('programme', programme) }) });
        return redecideProgramme({ log, load: loader(tenant), tenant, progress, ...(programme !== undefined && { programme }) });
      }),
    auditFile: (project, { out, tenant: named }, progress) =>
      onLog(async (log, { commandKey, databaseUrl, objects }) => {
        const tenant = await tenantFor(log, named);
        const gathered = await gather(log, doorOf(log, commandKey).loader(tenant), tenant, project);
        if (!gathered) throw new Failure('unknown-stream', `There is no project "${project}" in ${tenant}.`);
        await noteReading(databaseUrl, tenant, { part: 'audit-file', thing: streamOf('project', project) });
        const store = objects.s3 ? await openS3Store(objects.s3) : fileStore(objects.folder);
        return withPool(databaseUrl, (pool) =>
          writeAuditFile({ pool, objects: store, gathered, out: out ?? `dossier-${project}`, now: systemClock(), progress }),
        );
      }),
    whatIf: (call, options) =>
      onLog(async (log, { databaseUrl }) => {
        const tenant = await tenantFor(log, options.tenant);
        const answer = whatIfOf(await selectionOf(log, tenant, call, systemClock()), options);
        const { tenant: _, ...tried } = options;
        await noteReading(databaseUrl, tenant, { part: 'what-if', thing: streamOf('call', call), more: { tried } }, 'trial');
        return answer;
      }),
    firmness: (call, options, progress) =>
      onLog(async (log, { databaseUrl }) => {
        const tenant = await tenantFor(log, options.tenant);
        const basis = await selectionOf(log, tenant, call, systemClock());
        await noteReading(databaseUrl, tenant, { part: 'firmness', thing: streamOf('call', call) });
        return firmnessOf(basis, options, progress);
      }),
  };
}
