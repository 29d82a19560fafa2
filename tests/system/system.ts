import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { migrateAccessJournal } from '@jalon/access-journal';
import type { OpenedLog } from '@jalon/decision-log';
import { migrateDelivery } from '@jalon/event-bus';
import { consoleClient } from '@jalon/infra/personas';
import { freePort } from '@jalon/infra/ports';
import { migratePrivacy } from '@jalon/privacy';
import { migrateReadModels } from '@jalon/read-models';
import { migrateSeal, newSealKey } from '@jalon/seal';
import { migrateSessions } from '@jalon/sessions';
import { freshLog } from '@jalon/testing';
import { freshNamespace } from './namespace.ts';
import { until } from './until.ts';

export type ServiceName = 'api' | 'worker' | 'relay' | 'sealer' | 'projector' | 'notifier';

export interface SystemServers {
  readonly postgresUrl: string;
  readonly temporalAddress?: string;
  readonly kafkaBrokers?: string;
}

/** Jalon as it runs for people: its services as processes of their own, on a database and a Temporal namespace of their own. */
export interface System extends AsyncDisposable {
  readonly url: string;
  readonly issuer: string;
  /** The database as `jalon_service`, and as its owner. */
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly log: OpenedLog;
  /** Where logs and mail of the services go. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** An access token of a persona of the local identity provider. */
  token(persona: string): Promise<string>;
  start(name: ServiceName, more?: Readonly<Record<string, string>>): Promise<void>;
  /** Runs `jalon` with these arguments and gives what it printed. Throws with what it said where it fails. */
  jalon(...args: readonly string[]): Promise<string>;
  /** The same in another environment: an empty text takes a setting away. */
  jalonWith(more: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<string>;
  /** Ends a service: in order, or at once with SIGKILL. */
  stop(name: ServiceName, signal?: NodeJS.Signals): Promise<void>;
}

const execute = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/**
 * Starts the services named, as `npm start` does: after histories are loaded, so that no journey acts on one that is still coming in. They are those of the
 * demonstration, unless another folder is named.
 */
export async function startSystem(
  servers: SystemServers,
  services: readonly ServiceName[],
  more: Readonly<Record<string, string>> = {},
  histories = join(root, 'infra/demonstration'),
): Promise<System> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-system-'));
  const fresh = await freshLog({ postgresUrl: servers.postgresUrl });
  await migrateReadModels(fresh.ownerUrl);
  await migrateDelivery(fresh.ownerUrl);
  await migrateSessions(fresh.ownerUrl);
  await migrateAccessJournal(fresh.ownerUrl);
  await migratePrivacy(fresh.ownerUrl);
  await migrateSeal(fresh.ownerUrl);
  const [port, identityPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const issuer = `http://127.0.0.1:${identityPort}`;
  const running = new Map<string, ChildProcess>();
  const temporal = servers.temporalAddress && {
    JALON_TEMPORAL_ADDRESS: servers.temporalAddress,
    JALON_TEMPORAL_NAMESPACE: await freshNamespace(servers.temporalAddress),
  };
  const env: Record<string, string> = {
    JALON_DATABASE_URL: fresh.url,
    JALON_DATABASE_OWNER_URL: fresh.ownerUrl,
    ...temporal,
    ...(servers.kafkaBrokers && { JALON_KAFKA_BROKERS: servers.kafkaBrokers }),
    JALON_HTTP_PORT: String(port),
    JALON_OIDC_ISSUER: issuer,
    JALON_OIDC_CLIENT_ID: consoleClient,
    JALON_OIDC_SIGN_OUT_THERE: 'false',
    JALON_COMMAND_KEY: 'a key of the test system',
    JALON_PRIVACY_KEY: randomBytes(32).toString('hex'),
    JALON_ERASURE_REGISTER: join(folder, 'erasures.jsonl'),
    JALON_SEAL_KEY: newSealKey(),
    JALON_SEAL_FOLDER: join(folder, 'checkpoints'),
    JALON_MAIL_FOLDER: join(folder, 'mail'),
    JALON_WEBHOOK_ALLOW_PRIVATE: 'true',
    ...more,
  };

  function run(name: string, script: string, args: readonly string[] = [], besides: Readonly<Record<string, string>> = {}): void {
    const output = openSync(join(folder, `${name}.log`), 'a');
    running.set(
      name,
      spawn(process.execPath, [script, ...args], { cwd: folder, env: { ...process.env, ...env, ...besides }, stdio: ['ignore', output, output] }),
    );
  }
  async function end(name: string, signal: NodeJS.Signals): Promise<void> {
    const child = running.get(name);
    running.delete(name);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  const system: System = {
    url,
    issuer,
    databaseUrl: fresh.url,
    ownerUrl: fresh.ownerUrl,
    log: fresh.log,
    folder,
    env,
    async token(persona) {
      const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: persona, client_secret: 'demonstration' });
      const response = await fetch(`${issuer}/token`, { method: 'POST', body });
      const { access_token } = (await response.json()) as { access_token: string };
      return access_token;
    },
    jalon: (...args) => system.jalonWith({}, ...args),
    async jalonWith(besides, ...args) {
      const { stdout } = await execute(process.execPath, [join(root, 'services/cli/jalon.js'), ...args], {
        cwd: root,
        env: { ...process.env, ...env, ...besides },
      });
      return stdout;
    },
    async start(name, besides) {
      run(name, join(root, `services/${name}/main.ts`), [], besides);
      if (name === 'api') await until('the API answers', async () => (await fetch(`${url}/readyz`)).ok);
    },
    stop: (name, signal = 'SIGTERM') => end(name, signal),
    async [Symbol.asyncDispose]() {
      await Promise.all([...running.keys()].map((name) => end(name, 'SIGTERM')));
      await fresh.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  try {
    run('identity-provider', join(root, 'infra/local/identity-provider.ts'), [
      '--port',
      String(identityPort),
      '--keys',
      join(folder, 'identity-keys.json'),
    ]);
    await until('the identity provider answers', async () => (await fetch(`${issuer}/.well-known/openid-configuration`)).ok);
    await system.jalon('import', histories);
    await Promise.all(services.map((name) => system.start(name)));
    return system;
  } catch (error) {
    await system[Symbol.asyncDispose]();
    throw error;
  }
}
