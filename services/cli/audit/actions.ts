import { accessJournal } from '@jalon/access-journal';
import type { OpenedLog } from '@jalon/decision-log';
import { type Actor, streamOf } from '@jalon/domain';
import { fileStore, openS3Store } from '@jalon/object-store';
import { type Configuration, systemClock } from '@jalon/runtime';
import { tenantFor } from '../history/history.ts';
import { doorOf, withPool } from '../system.ts';
import { writeAuditFile } from './audit-file.ts';
import type { AuditActions } from './commands.ts';
import { firmnessOf } from './firmness.ts';
import { gather } from './gather.ts';
import { redecideProgramme } from './redecide.ts';
import { selectionOf } from './selection.ts';
import { whatIfOf } from './what-if.ts';

/** Whoever works at the command line: it knows nobody by name. */
const operator: Actor = { kind: 'service', id: 'command-line' };

type OnLog = <Result>(work: (log: OpenedLog, settings: Configuration) => Promise<Result>) => Promise<Result>;

/** The commands of an audit, on the system that `onLog` opens. */
export function auditActions(onLog: OnLog): AuditActions {
  const onCall = <Result>(
    call: string,
    named: string | undefined,
    work: (basis: Awaited<ReturnType<typeof selectionOf>>) => Result | Promise<Result>,
  ) => onLog(async (log) => work(await selectionOf(log, await tenantFor(log, named), call, systemClock())));
  return {
    redecide: ({ programme, tenant: named }, progress) =>
      onLog(async (log, { commandKey }) => {
        const tenant = await tenantFor(log, named);
        const { loader } = doorOf(log, commandKey);
        return redecideProgramme({ log, load: loader(tenant), tenant, progress, ...(programme !== undefined && { programme }) });
      }),
    auditFile: (project, { out, tenant: named }, progress) =>
      onLog(async (log, { commandKey, databaseUrl, objects }) => {
        const tenant = await tenantFor(log, named);
        const gathered = await gather(log, doorOf(log, commandKey).loader(tenant), tenant, project);
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
        const what = { part: 'what-if', thing: streamOf('call', call), more: { tried } };
        await withPool(databaseUrl, (pool) => accessJournal(pool).record({ tenant, who: operator, what, why: 'trial' }));
        return answer;
      }),
    firmness: (call, options, progress) => onCall(call, options.tenant, (basis) => firmnessOf(basis, options, progress)),
  };
}
