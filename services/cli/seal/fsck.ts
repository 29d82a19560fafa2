import type { OpenedLog } from '@jalon/decision-log';
import { type Configuration, systemClock } from '@jalon/runtime';
import { sealStore } from '@jalon/seal';
import type { Pool } from 'pg';
import type { Answer, Progress } from '../answer.ts';
import { Failure } from '../failure.ts';
import { tenantFor } from '../history/history.ts';
import { doorOf } from '../system.ts';
import { type Checked, EVERY } from './checked.ts';
import { checkJourneys } from './fsck-journeys.ts';
import { checkKafka } from './fsck-kafka.ts';
import { checkSeal } from './fsck-seal.ts';
import { checkViews } from './fsck-views.ts';

export interface Fsck {
  readonly log: OpenedLog;
  readonly settings: Pick<Configuration, 'databaseUrl' | 'ownerUrl' | 'seal' | 'kafka' | 'temporal' | 'commandKey'>;
  readonly pool: Pool;
  readonly progress: Progress;
  readonly tenant?: string;
}

/**
 * Checks a live system: each tenant's log against its seal, and what hangs on the log against it. Changes nothing.
 * @throws {Failure} `not-verified`, with all that is wrong
 */
export async function fsck({ log, settings, pool, progress, tenant: named }: Fsck): Promise<Answer> {
  const all = named === undefined ? (await log.tenants()).map(({ tenant }) => tenant) : [await tenantFor(log, named)];
  const checked: Checked[] = [];
  for (const tenant of all) {
    checked.push(await checkSeal({ log, store: sealStore(pool), databaseUrl: settings.databaseUrl, folder: settings.seal.folder, progress }, tenant));
  }
  const compare = async (part: Checked['part'], tenant: string, work: () => Promise<readonly Checked[]>) =>
    checked.push(...(await orTold(part, tenant, work)));
  await compare('views', EVERY, async () => [await checkViews(log, pool, settings.ownerUrl)]);
  const { kafka, temporal } = settings;
  if (kafka) {
    const heads = new Map((await log.tenants()).filter(({ tenant }) => all.includes(tenant)).map(({ tenant, head }) => [tenant, head]));
    await compare('kafka', EVERY, () => checkKafka({ brokers: kafka.brokers, pool, heads }));
  }
  if (temporal) {
    const { loader } = doorOf(log, settings.commandKey);
    for (const tenant of all) {
      await compare('journeys', tenant, async () => [await checkJourneys({ log, load: loader(tenant), tenant, temporal, now: systemClock() })]);
    }
  }
  const wrong = checked.flatMap(({ part, tenant, wrong: found }) => found.map((sentence) => `${tenant}, ${part}: ${sentence}`));
  if (wrong.length > 0) throw new Failure('not-verified', `${wrong.length} things are wrong.\n${wrong.join('\n')}`, { checked });
  return { lines: checked.map(({ tenant, part, looked }) => `${tenant}, ${part}: ${looked}`), data: { checked } };
}

/** What cannot be compared, for instance because the log itself is broken, is told with the rest. */
async function orTold(part: Checked['part'], tenant: string, work: () => Promise<readonly Checked[]>): Promise<readonly Checked[]> {
  try {
    return await work();
  } catch (error) {
    return [{ part, tenant, looked: 'not compared', wrong: [`It could not be compared: ${error instanceof Error ? error.message : error}`] }];
  }
}
