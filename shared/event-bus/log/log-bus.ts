import type { DecisionLog } from '@jalon/decision-log';
import type { Consumer, Consumption, EventBus } from '../port.ts';

type Log = Pick<DecisionLog, 'subscribe' | 'readLog'>;

const PAGE = 1_000;

/** The bus where no broker runs: consumers follow the decision log itself, each by a subscription of its own. */
export function logBus(log: Log): EventBus {
  const consumptions = new Set<Consumption>();
  return {
    /** A decision is where its consumers read it once it is recorded. */
    publish: async () => {},
    consume(consumer) {
      const consumption = consumeLog(log, consumer);
      consumptions.add(consumption);
      return consumption;
    },
    async close() {
      await Promise.all([...consumptions].map((consumption) => consumption.stop()));
    },
  };
}

function consumeLog(log: Log, { group, handle, noted }: Consumer): Consumption {
  const compared = new Set<string>();
  const hand: Parameters<typeof log.subscribe>[0]['handle'] = async (batch, tenant) => {
    const last = batch.at(-1);
    if (last) await handle(batch, { source: `log:${tenant}`, next: last.position + 1 });
  };

  /** Once a tenant: feeds what lies between the consumer's own note and the checkpoint again (the consumer was restored, say). */
  async function feedFromNote(tenant: string, before: number): Promise<void> {
    let after = ((await noted(`log:${tenant}`)) ?? 1) - 1;
    while (after < before - 1) {
      const page = await log.readLog(tenant, { after, limit: Math.min(PAGE, before - 1 - after) });
      if (page.length === 0) break;
      await hand(page, tenant);
      after = page.at(-1)?.position ?? before;
    }
    compared.add(tenant);
  }

  return log.subscribe({
    name: group,
    from: 'beginning',
    handle: async (batch, tenant) => {
      if (batch[0] && !compared.has(tenant)) await feedFromNote(tenant, batch[0].position);
      await hand(batch, tenant);
    },
  });
}
