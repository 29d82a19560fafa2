import type { DecisionLog, LoggedDecision } from '@jalon/decision-log';
import type { Logger } from '@jalon/runtime';
import { inFlight, isFollowed, type News, type Teller, type Thing, tell } from '@jalon/workflows/client';
import { concernedBy } from './concerned.ts';
import { type Net, netWith } from './net.ts';
import { type Reach, reachWith } from './reach.ts';

const AT_ONCE = 16;
const BATCH = 500;

export interface WorkflowsRelayed extends Teller {
  readonly log: Pick<DecisionLog, 'subscribe' | 'streams' | 'tenants'>;
  readonly logger: Logger;
  readonly clock: () => Date;
}

/** How the workflows are fed, for `/readyz` and the metrics. */
export interface WorkflowsHealth {
  /** Whether Temporal answered the last call; until the first, false. */
  readonly connected: boolean;
  /** What it answered instead. */
  readonly problem?: string;
  /** Steps of the process that should have been taken ten minutes ago and more. */
  readonly overdueSteps: number;
}

export interface WorkflowsRelay {
  readonly health: () => WorkflowsHealth;
  /** Ends it after the batch in hand. */
  readonly stop: () => Promise<void>;
}

/**
 * Tells the workflows of every decision, from a checkpoint, as the subscription `workflows`. While Temporal is away the subscription lags and decisions go on.
 * Beside it the net looks each minute for steps that no workflow took.
 */
export function relayToWorkflows({ log, logger, clock, ...teller }: WorkflowsRelayed): WorkflowsRelay {
  const reach = reachWith(logger);
  const telling = (thing: Thing, news: News) => reach.during(() => tell(teller, thing, news));
  const net = netWith({ log, loader: teller.loader, logger, clock, tell: (thing) => telling(thing, 'look-again') });
  const subscription = log.subscribe({
    name: 'workflows',
    batchSize: BATCH,
    handle: (batch, tenant) => relay(batch, tenant, (programme) => concernedBy(programme, tenant, log, teller.loader(tenant)), telling),
  });
  const sweeping = net.start();
  return { health: () => healthOf(reach, net), stop: async () => void (await Promise.all([subscription.stop(), sweeping.stop()])) };
}

const healthOf = ({ state }: Reach, { overdue }: Net): WorkflowsHealth => ({ ...state(), overdueSteps: overdue() });

/** One batch: each stream is told once, of its newest version; a new policy is told to what follows it. */
async function relay(
  batch: readonly LoggedDecision[],
  tenant: string,
  concerned: (programme: string) => Promise<readonly string[]>,
  telling: (thing: Thing, news: News) => Promise<void>,
): Promise<void> {
  const news = new Map<string, News>();
  for (const { stream, type } of batch) {
    if (type !== 'policy-adopted') continue;
    for (const one of await concerned(stream)) news.set(one, 'look-again');
  }
  for (const { stream, version } of batch) if (isFollowed(stream)) news.set(stream, { version });
  await inFlight(news, AT_ONCE, ([stream, what]) => telling({ tenant, stream }, what));
}
