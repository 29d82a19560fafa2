import type { DecisionLog } from '@jalon/decision-log';
import type { Load } from '@jalon/domain';
import type { Logger } from '@jalon/runtime';
import { inFlight, type Thing } from '@jalon/workflows/client';
import { agendasOf, type Late } from './agendas.ts';

const MINUTE = 60_000;
/** A step so long past its date was missed by whoever should have taken it. */
const LATE_AFTER = MINUTE;
/** A step that is still not taken so long after it was found late has something wrong with it, and people have to know. */
const ALERT_AFTER = 10 * MINUTE;
/** Once people know, the workflow is told again only so often. */
const THEN_EVERY = 60 * MINUTE;
const AT_ONCE = 16;

export interface NetOver {
  readonly log: Pick<DecisionLog, 'tenants' | 'streams'>;
  readonly loader: (tenant: string) => Load;
  /** Tells the workflows of a thing to look again, starting those that do not run. */
  readonly tell: (thing: Thing) => Promise<void>;
  readonly logger: Logger;
  readonly clock: () => Date;
}

/** Finds steps of the process that no workflow took: a Temporal server that forgot what it was told, or a step that is refused. */
export interface Net {
  /** Looks once, and tells the workflows of every stream with a late step. */
  readonly sweep: () => Promise<void>;
  /** How many late steps people were alerted to that are still not taken. */
  readonly overdue: () => number;
  /** Sweeps each minute from now on. */
  readonly start: () => { readonly stop: () => Promise<void> };
}

/** What is known of a late step: since when (ms since 1970), whether people were alerted, and when its workflow was last told. */
interface Seen {
  readonly late: Late;
  readonly since: number;
  alerted: boolean;
  told?: number;
}

export function netWith({ log, loader, tell, logger, clock }: NetOver): Net {
  const agendas = agendasOf(log, loader);
  let seen = new Map<string, Seen>();

  async function look(now: number): Promise<void> {
    const before = seen;
    const lates = await agendas.late(new Date(now - LATE_AFTER).toISOString());
    seen = new Map(lates.map((late) => [keyOf(late), before.get(keyOf(late)) ?? { late, since: now, alerted: false }]));
  }

  function alert(now: number): void {
    for (const one of seen.values()) {
      if (one.alerted || now - one.since < ALERT_AFTER) continue;
      one.alerted = true;
      logger.error({ code: 'overdue-step', ...one.late }, 'a step of the process is overdue: see why its workflow does not take it');
    }
  }

  async function tellThose(now: number): Promise<void> {
    const waiting = [...seen.values()].filter(({ alerted, told }) => !alerted || told === undefined || now - told >= THEN_EVERY);
    const byStream = Map.groupBy(waiting, ({ late: { tenant, stream } }) => `${tenant}/${stream}`);
    await inFlight(byStream.values(), AT_ONCE, async (steps) => {
      const { tenant, stream } = steps[0]!.late;
      await tell({ tenant, stream });
      for (const step of steps) step.told = now;
    });
  }

  async function sweep(): Promise<void> {
    const now = clock().getTime();
    await look(now);
    alert(now);
    await tellThose(now);
  }

  return {
    sweep,
    overdue: () => [...seen.values()].filter(({ alerted }) => alerted).length,
    start: () => eachMinute(sweep, (err) => logger.debug({ err }, 'the workflows of late steps could not be told; they are in a minute')),
  };
}

const keyOf = ({ tenant, stream, obligation, at }: Late): string => `${tenant} ${stream} ${obligation} ${at}`;

/** Does something each minute, unless it is still at it. */
function eachMinute(work: () => Promise<void>, failed: (error: unknown) => void): { readonly stop: () => Promise<void> } {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= work()
      .catch(failed)
      .finally(() => {
        running = undefined;
      });
  }, MINUTE);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
