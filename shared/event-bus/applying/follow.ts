import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@jalon/runtime';
import type { Consumption, EventBus } from '../port.ts';
import type { Applier } from './applier.ts';

export interface FollowOptions {
  readonly bus: Pick<EventBus, 'consume'>;
  readonly group: string;
  readonly applier: Applier;
  readonly logger: Logger;
  /** How often the log is looked at for what the bus has not brought. */
  readonly netMs?: number;
}

/**
 * Keeps a consumer fed: from the bus, and beneath it a net. At the start, and whenever decisions that the log held at one look are still missing at
 * the next (the broker is down, the topic was wiped), they are read from the log.
 */
export function follow({ bus, group, applier, logger, netMs = 60_000 }: FollowOptions): Consumption {
  const stopping = new AbortController();
  const consumption = bus.consume({ group, handle: applier.handle, noted: applier.noted });

  async function watch(): Promise<void> {
    let heads: ReadonlyMap<string, number> | undefined;
    while (!stopping.signal.aborted) {
      try {
        const standing = await applier.standing();
        const missing = heads === undefined || standing.some(({ tenant, applied }) => applied < (heads?.get(tenant) ?? 0));
        if (missing) {
          const count = await applier.catchUp();
          if (count > 0) logger.info({ group, count }, 'decisions that the bus had not brought were read from the log');
        }
        heads = new Map(standing.map(({ tenant, head }) => [tenant, head]));
      } catch (error) {
        logger.error({ err: error, group }, 'the log could not be compared with what was applied; this is tried again');
      }
      await wait(netMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await Promise.all([consumption.stop(), watching]);
    },
  };
}
