import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import type { DatabaseUrls } from '../servers/database.ts';
import type { Places } from './checkout.ts';
import { consoleClient } from './personas.ts';
import type { Ports } from './remembered-ports.ts';
import { privacyKeyIn, sealKeyIn } from './seal-key.ts';
import type { Secrets } from './secrets.ts';

export interface Found {
  readonly urls: DatabaseUrls;
  readonly temporalAddress?: string | undefined;
  readonly kafkaBrokers?: string | undefined;
  readonly issuer: string;
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly places: Places;
}

/** The variables of the running system. What the environment of the launcher says goes first, except where it says nothing. */
export function jalonVariables(
  { urls, temporalAddress, kafkaBrokers, issuer, ports, secrets, places }: Found,
  env: NodeJS.ProcessEnv,
): Record<string, string> {
  const ours = {
    JALON_HTTP_HOST: '127.0.0.1',
    JALON_PUBLIC_URL: `http://127.0.0.1:${ports.http}`,
    JALON_OIDC_AUDIENCE: 'jalon',
    JALON_OIDC_CLIENT_ID: consoleClient,
    // Its sessions are of this machine, and it asks each time who one is.
    JALON_OIDC_SIGN_OUT_THERE: 'false',
    JALON_TEMPORAL_NAMESPACE: 'default',
    JALON_TASK_QUEUE: 'jalon',
    JALON_LOG_LEVEL: 'info',
    JALON_MAIL_FOLDER: places.mail,
    JALON_OBJECTS_FOLDER: places.objects,
    JALON_SEAL_FOLDER: places.checkpoints,
    ...(!env.JALON_SEAL_KEY && { JALON_SEAL_KEY_FILE: sealKeyIn(places.sealKey) }),
    JALON_ERASURE_REGISTER: places.erasures,
    ...(!env.JALON_PRIVACY_KEY && { JALON_PRIVACY_KEY_FILE: privacyKeyIn(places.privacyKey) }),
    JALON_WEBHOOK_ALLOW_PRIVATE: 'true',
    JALON_COMMAND_KEY: secrets.commandKey,
  };
  const given = Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[0].startsWith('JALON_') && Boolean(entry[1])),
  );
  return {
    ...ours,
    ...given,
    JALON_DATABASE_URL: urls.serviceUrl,
    JALON_DATABASE_OWNER_URL: urls.ownerUrl,
    JALON_HTTP_PORT: String(ports.http),
    JALON_OIDC_ISSUER: issuer,
    ...(temporalAddress && { JALON_TEMPORAL_ADDRESS: temporalAddress }),
    ...(kafkaBrokers && { JALON_KAFKA_BROKERS: kafkaBrokers }),
  };
}

/** What a service is started with: no migrations are its business, and it ends when the launcher is gone. */
export function serviceEnvironment(variables: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { JALON_DATABASE_OWNER_URL: _, ...own } = variables;
  const rest = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('JALON_')));
  return { ...rest, ...own, JALON_PARENT_PID: String(process.pid) };
}

/** Leaves the variables for the command line, for this user alone. */
export function leaveEnvironment(file: string, variables: Readonly<Record<string, string>>): void {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  const lines = Object.entries(variables).map(([name, value]) => `${name}='${value}'`);
  writeFileSync(draft, `# Of the Jalon that runs in this checkout; made by npm start.\n${lines.join('\n')}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
