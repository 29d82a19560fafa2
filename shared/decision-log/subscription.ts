import type pg from 'pg';
import { type Alarm, alarm } from './alarm.ts';
import { CHANNEL } from './announce.ts';
import { ask, type LogReporter } from './database.ts';
import type { Subscribe, Subscription } from './port.ts';
import { backoffMs, POLL_MS, serve } from './serve-subscription.ts';

/** A connection that is closed but never says goodbye is left to its fate after this. */
const GOODBYE_MS = 1_000;

/**
 * Follows the log under a name. One process leads it: its session holds an advisory lock, and the checkpoint moves only by that session, so that a leader who
 * was deposed cannot move it. The others try to take over every second. A lost connection is opened again.
 */
export function subscribeWith(connect: (name: string) => pg.Client, reporter: LogReporter, subscription: Subscribe): Subscription {
  let stopping = false;
  let wake = alarm();
  const isStopping = () => stopping;

  async function run(): Promise<void> {
    for (let failures = 0; !stopping; ) {
      const client = connect(`jalon subscription ${subscription.name}`);
      ringFor(client, wake);
      try {
        await client.connect();
        const leads = await takeLead(client, subscription, wake, isStopping);
        failures = 0;
        if (leads) await serve({ client, subscription, reporter, wake, isStopping });
      } catch (err) {
        failures += 1;
        reporter.warn({ err, subscription: subscription.name }, 'a subscription lost its connection and starts again');
        wake = alarm(); // the lost connection may still ring the old one
        if (!stopping) await wake.wait(backoffMs(failures));
      } finally {
        await goodbye(client);
      }
    }
  }

  const done = run();
  return {
    async stop() {
      stopping = true;
      wake.ring();
      await done;
    },
  };
}

/** Rings on every notification, and when the connection is lost: the next query then fails. */
function ringFor(client: pg.Client, wake: Alarm): void {
  for (const event of ['notification', 'error', 'end'] as const) client.on(event, () => wake.ring());
}

/** Waits until nobody else leads, then leads. False if it was stopped before. */
async function takeLead(client: pg.Client, { name, from }: Subscribe, wake: Alarm, isStopping: () => boolean): Promise<boolean> {
  // so that the server gives the lock of a process that vanished from the network to another one within half a minute
  await ask(client, {
    text: `SELECT set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false), set_config('tcp_keepalives_count', '3', false)`,
  });
  while (!isStopping()) {
    const [answer] = await ask<{ leads: boolean }>(client, { text: 'SELECT decision_log.lead($1, $2) AS leads', values: [name, from === 'end'] });
    if (answer?.leads) {
      await ask(client, { text: `LISTEN ${CHANNEL}` });
      return true;
    }
    await wake.wait(POLL_MS);
  }
  return false;
}

async function goodbye(client: pg.Client): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, GOODBYE_MS);
  });
  await Promise.race([client.end(), late]).finally(() => clearTimeout(timer));
}
