import type { DecisionLog } from '@jalon/decision-log';
import type { Configuration, Logger } from '@jalon/runtime';
import type { Pool } from 'pg';
import { kafkaBus } from './kafka/kafka-bus.ts';
import { logBus } from './log/log-bus.ts';
import type { EventBus } from './port.ts';

/** The bus that the configuration names: Kafka where there are brokers, else the decision log itself. `clientId` names the process to the brokers. */
export function busOf(
  { kafka, http }: Pick<Configuration, 'kafka' | 'http'>,
  log: Pick<DecisionLog, 'subscribe' | 'readLog'>,
  clientId: string,
  logger: Logger,
): EventBus {
  return kafka ? kafkaBus({ brokers: kafka.brokers, origin: http.publicUrl, clientId, logger }) : logBus(log);
}

/**
 * The name of a consumer group. On Kafka it holds the identity of the database that the group writes to: members of one group share what comes, so a group
 * that spanned the databases of two Jalons on one broker would feed each of them one half.
 */
export async function groupOf({ kafka }: Pick<Configuration, 'kafka'>, pool: Pool, name: string): Promise<string> {
  if (!kafka) return name;
  const { rows } = await pool.query<{ identity: string }>(
    `SELECT system_identifier || '.' || current_database() AS identity FROM pg_control_system()`,
  );
  return `${name}.${rows[0]?.identity}`;
}
