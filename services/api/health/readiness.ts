import type { DecisionLog } from '@jalon/decision-log';
import type { ViewLag } from '@jalon/read-models';
import type { Configuration } from '@jalon/runtime';

/** How long what follows the log may be behind before it is said to lag. */
const LAGS_AFTER_MS = 10_000;

export interface Part {
  readonly status: 'ok' | 'lagging' | 'off' | 'down';
  /** Decisions of the log that it has still to take in. */
  readonly behind?: number;
  readonly detail?: string;
}

export interface Readiness {
  readonly status: 'ok' | 'lagging' | 'down';
  readonly parts: Readonly<Record<string, Part>>;
}

export interface Watched {
  readonly lags: DecisionLog['lags'];
  readonly imports: DecisionLog['imports'];
  readonly viewLag: () => Promise<readonly ViewLag[]>;
  /** The tenants that are not sealed any more. */
  readonly sealAlarms: () => Promise<readonly unknown[]>;
  readonly now: () => Date;
  readonly configuration: Pick<Configuration, 'temporal' | 'kafka'>;
}

/** The parts that the relay feeds, by the names of its subscriptions, and what it means that one is not configured. */
const followers = [
  { part: 'temporal', subscription: 'workflows', off: 'No Temporal server is configured: nothing falls due until there is one.' },
  { part: 'kafka', subscription: 'kafka', off: 'No broker is configured: consumers are fed from the decision log.' },
] as const;

/** Whether decisions can be taken, and what that follows them lags. Only a database that does not answer keeps Jalon from being ready. */
export async function readiness({ lags, imports, viewLag, sealAlarms, now, configuration }: Watched): Promise<Readiness> {
  try {
    const [all, underWay] = await Promise.all([lags(), imports()]);
    const parts: Record<string, Part> = { database: { status: 'ok' } };
    for (const { part, subscription, off } of followers) {
      parts[part] = configuration[part] ? partOf(all.filter(({ name }) => name === subscription)) : { status: 'off', detail: off };
    }
    if (configuration.temporal && underWay.length > 0) parts.temporal = waiting(underWay);
    parts.views = await viewsPart(viewLag, now());
    parts.seal = await sealPart(
      all.filter(({ name }) => name === 'seal'),
      sealAlarms,
    );
    const behind = Object.values(parts).some(({ status }) => status === 'lagging' || status === 'down');
    return { status: behind ? 'lagging' : 'ok', parts };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return { status: 'down', parts: { database: { status: 'down', detail: `The decision log cannot be used${code}.` } } };
  }
}

/** The process waits while histories are brought in. */
function waiting(imports: Awaited<ReturnType<DecisionLog['imports']>>): Part {
  const names = imports.map(({ tenant, name }) => `${name} (${tenant})`).join(', ');
  return {
    status: 'lagging',
    detail: `Histories are being imported: ${names}. Nothing falls due there until that has ended; if it stopped, import again, or give it up with \`jalon import --abandon\`.`,
  };
}

async function viewsPart(viewLag: Watched['viewLag'], now: Date): Promise<Part> {
  try {
    const ages = await viewLag();
    return partOf(ages.map(({ behind, since }) => ({ behind, ageMs: since === undefined ? 0 : now.getTime() - Date.parse(since) })));
  } catch {
    return { status: 'down', detail: 'The views cannot be read: `jalon rebuild` makes them again.' };
  }
}

async function sealPart(lags: Parameters<typeof partOf>[0], sealAlarms: Watched['sealAlarms']): Promise<Part> {
  try {
    const alarms = await sealAlarms();
    if (alarms.length > 0) {
      return { status: 'down', detail: 'The log of a tenant contradicts what was published of it: it is not sealed any further. Run `jalon fsck`.' };
    }
    return lags.length > 0 ? partOf(lags) : { status: 'off', detail: 'Nothing is sealed: no sealer has run, or it has no key (JALON_SEAL_KEY).' };
  } catch {
    return { status: 'down', detail: 'The seal cannot be read: run the migration of this version.' };
  }
}

/** One part, over all tenants. */
function partOf(lags: readonly { readonly behind: number; readonly ageMs: number }[]): Part {
  const behind = lags.reduce((sum, lag) => sum + lag.behind, 0);
  const oldest = Math.max(0, ...lags.map((lag) => (lag.behind > 0 ? lag.ageMs : 0)));
  if (oldest <= LAGS_AFTER_MS) return { status: 'ok', behind };
  return { status: 'lagging', behind, detail: `The oldest decision that waits for it is ${Math.round(oldest / 1000)} s old.` };
}
