import type { DecisionLog } from '@jalon/decision-log';
import { type SealStore, textOfCheckpoint } from '@jalon/seal';
import { requestTimeStamp } from '@jalon/seal/time-stamps';

interface Stamping {
  readonly log: Pick<DecisionLog, 'tenants'>;
  readonly store: SealStore;
  /** The time-stamping authority. */
  readonly url: string;
  readonly reporter: { readonly warn: (fields: object, message: string) => void };
}

/**
 * Has the latest checkpoint of each tenant stamped, where it is not yet. An authority that does not answer costs nothing but the stamp: it is asked again the
 * next time.
 * @returns how many tokens were got
 */
export async function stampLatest({ log, store, url, reporter }: Stamping): Promise<number> {
  let got = 0;
  for (const { tenant } of await log.tenants()) {
    const life = await store.logOf(tenant);
    const latest = life && (await store.latest(life));
    if (!life || !latest) continue;
    if ((await store.timeStamps(life)).some(({ size, provider }) => size === latest.size && provider === url)) continue;
    try {
      const { token, stamped } = await requestTimeStamp(url, textOfCheckpoint(latest.note));
      await store.addTimeStamp(life, { size: latest.size, provider: url, token, stampedAt: stamped.at });
      got += 1;
    } catch (err) {
      reporter.warn({ err, tenant }, 'a checkpoint could not be time-stamped and is asked for again');
    }
  }
  return got;
}
