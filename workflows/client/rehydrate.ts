import type { DecisionLog } from '@jalon/decision-log';
import { followedKinds } from '@jalon/domain';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Thing } from '../contract.ts';
import { roster, workflowIdOf } from '../roster.ts';
import { inFlight } from './in-flight.ts';
import { registerSearchAttributes } from './search-attributes.ts';
import { type Teller, tell } from './tell.ts';

const AT_ONCE = 16;

export interface Rehydration extends Teller {
  readonly log: Pick<DecisionLog, 'tenants' | 'streams'>;
  readonly namespace: string;
  /** Only this tenant; all of them where none is named. */
  readonly tenant?: string;
  /** Ends what runs first, so that everything starts afresh (after an incompatible change of a workflow). */
  readonly reset?: boolean;
  /** Called as it goes on. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Starts the workflows of every call, project and sitting from the log, each where the log says that it is. Answers how many streams were told. */
export async function rehydrate({ log, namespace, tenant, reset, onProgress, ...teller }: Rehydration): Promise<number> {
  await registerSearchAttributes(teller.client.connection.operatorService, namespace);
  const things = await followed(log, tenant);
  let done = 0;
  await inFlight(things, AT_ONCE, async ({ version, ...thing }) => {
    if (reset) await terminate(teller, thing);
    await tell(teller, thing, { version });
    done += 1;
    onProgress?.(done, things.length);
  });
  return things.length;
}

async function followed(log: Rehydration['log'], only: string | undefined): Promise<(Thing & { readonly version: number })[]> {
  const tenants = only === undefined ? (await log.tenants()).map(({ tenant }) => tenant) : [only];
  const perTenant = tenants.map(async (tenant) => {
    const perKind = await Promise.all(followedKinds.map((kind) => log.streams(tenant, `${kind}-`)));
    return perKind.flatMap((streams) => Object.entries(streams).map(([stream, version]) => ({ tenant, stream, version })));
  });
  return (await Promise.all(perTenant)).flat();
}

async function terminate({ client }: Teller, thing: Thing): Promise<void> {
  const ours = roster.filter(({ kind }) => thing.stream.startsWith(`${kind}-`));
  await Promise.all(
    ours.map(async ({ name }) => {
      try {
        await client.workflow.getHandle(workflowIdOf(name, thing)).terminate('started again from the decision log');
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    }),
  );
}
