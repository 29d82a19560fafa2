import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Absent, or set to nothing: an empty variable means the same as none. */
const blank = (value: unknown) => (value === '' ? undefined : value);
const optional = <Shape extends z.ZodType>(shape: Shape) => z.preprocess(blank, shape.optional());
const or = <Shape extends z.ZodType>(value: z.input<Shape>, shape: Shape) => z.preprocess(blank, shape.prefault(value));

const PostgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'has to be an address such as postgres://role:password@host:5432/jalon' });
const HttpUrl = z.url({ protocol: /^https?$/, error: 'has to be an address such as https://jalon.example.org' });
const Address = z.string().regex(/^[^\s:]+:\d{1,5}$/, 'has to be host:port, such as 127.0.0.1:7233');
const Port = z.coerce.number('has to be a port number').int().min(0, 'has to be a port number').max(65_535, 'has to be a port number');
const Switch = z.enum(['true', 'false', '1', '0'], 'has to be true or false').transform((given) => given === 'true' || given === '1');
const Brokers = z
  .string()
  .transform((list) => list.split(',').map((broker) => broker.trim()))
  .pipe(z.array(Address));

const Proxies = z
  .string()
  .transform((list) => list.split(',').map((one) => one.trim()))
  .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], 'has to be addresses or networks such as 10.0.0.0/8, with commas between')));

const Witnesses = z
  .string()
  .transform((list) =>
    list.split(',').map((one) => {
      const [url, key] = one.trim().split(/\s+/);
      return { url, key };
    }),
  )
  .pipe(z.array(z.object({ url: HttpUrl, key: z.string('has to name the key of each witness after its address') })));

const Secret = z.string().min(32, 'has to be a secret of at least 32 characters; `openssl rand -hex 32` makes one');
const PrivacyKeys = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter((key) => key !== ''))
  .pipe(z.tuple([Secret], Secret));

/** Every variable that a Jalon service reads: one object, one place. The guide's configuration page is generated from it. */
export const variables = z.object({
  JALON_DATABASE_URL: PostgresUrl.describe('The decision log, as the role that services use (`jalon_service`). A secret.'),
  JALON_DATABASE_OWNER_URL: optional(PostgresUrl).describe('The same database as its owner (`jalon_owner`): read by migrations only. A secret.'),
  JALON_TEMPORAL_ADDRESS: optional(Address).describe('host:port of Temporal. Absent: decisions are recorded, and nothing falls due.'),
  JALON_TEMPORAL_NAMESPACE: or('default', z.string()).describe('The namespace of the journeys in Temporal.'),
  JALON_TASK_QUEUE: or('jalon', z.string()).describe('The task queue that workers take journeys from.'),
  JALON_KAFKA_BROKERS: optional(Brokers).describe(
    'Kafka brokers, host:port with commas between. Absent: consumers are fed from the decision log itself.',
  ),
  JALON_HTTP_HOST: or('127.0.0.1', z.string()).describe('The interface that the HTTP service listens on.'),
  JALON_HTTP_PORT: or(3000, Port).describe('The port that the HTTP service listens on.'),
  JALON_PUBLIC_URL: optional(HttpUrl).describe(
    'How people reach Jalon: it stands in links and in the OpenAPI document. Absent: the host and port above.',
  ),
  JALON_HTTP_REQUESTS_PER_MINUTE: or(6_000, z.coerce.number('has to be a number').int().min(1, 'has to be at least 1')).describe(
    'How many requests one account may send in a minute; those past it are answered with 429.',
  ),
  JALON_HTTP_TRUSTED_PROXIES: optional(Proxies).describe(
    'Addresses or networks (10.0.0.0/8) of the proxies before the HTTP service, with commas between: only theirs is believed about where a request comes from. Absent: no proxy.',
  ),
  JALON_OIDC_ISSUER: HttpUrl.describe('The address of the OpenID provider whose tokens are accepted.'),
  JALON_OIDC_AUDIENCE: or('jalon', z.string()).describe('The audience that those tokens must name.'),
  JALON_OIDC_CLIENT_ID: optional(z.string()).describe(
    'What Jalon is called at that provider, for people who sign in with a browser. Absent, and without the file below: only requests with tokens are served.',
  ),
  JALON_OIDC_CLIENT_SECRET: optional(z.string()).describe('Its secret there. Absent: a public client, which proves itself by PKCE alone. A secret.'),
  JALON_OIDC_SIGN_OUT_THERE: or('true', Switch).describe('Whether signing out ends the session at the provider too.'),
  JALON_OIDC_PROVIDERS_FILE: optional(z.string()).describe(
    'A JSON file of several providers at which people sign in, instead of the one above; the guide says what stands in it.',
  ),
  JALON_SESSION_IDLE_MINUTES: or(60, z.coerce.number('has to be a number').int().min(1)).describe(
    'A session of a browser ends when nothing was asked in it for this long.',
  ),
  JALON_SESSION_MINUTES: or(600, z.coerce.number('has to be a number').int().min(1)).describe(
    'A session of a browser ends after this long, whatever was asked in it.',
  ),
  JALON_LOG_LEVEL: or('info', z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])).describe('The least level that is logged.'),
  JALON_LOG_PRETTY: or('false', Switch).describe('Log for people instead of machines.'),
  JALON_SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: 'has to be an address such as smtp://user:password@host:587' })).describe(
    'Where mail is handed over. A secret. Absent: mail is written to JALON_MAIL_FOLDER.',
  ),
  JALON_MAIL_FOLDER: or('.jalon/mail', z.string()).describe('Without JALON_SMTP_URL, each mail becomes an .eml file here.'),
  JALON_MAIL_FROM: or('Jalon <jalon@localhost>', z.string()).describe('The sender of the mail.'),
  JALON_OBJECTS_FOLDER: or('.jalon/objects', z.string()).describe(
    'Where the bytes of attachments are kept, by tenant and hash. Back it up with the database.',
  ),
  JALON_OBJECTS_S3_BUCKET: optional(z.string()).describe(
    'The bucket that keeps the bytes of attachments instead of that folder. Who signs in comes as the AWS SDK finds it: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, or the role of the machine.',
  ),
  JALON_OBJECTS_S3_ENDPOINT: optional(HttpUrl).describe('The address of an S3 store that is not Amazon’s.'),
  JALON_CLAMD_ADDRESS: optional(Address).describe(
    'host:port of ClamAV’s daemon, which looks for malware in each attachment before it is kept; its StreamMaxLength has to be 50 MB or more. Absent: attachments are not scanned, and /readyz says so.',
  ),
  JALON_COMMAND_KEY: z
    .string()
    .min(16, 'has to be a secret of at least 16 characters; `openssl rand -base64 24` makes one')
    .describe('Keys the hash by which a repeated command is recognised. The same for all services, for ever. A secret.'),
  JALON_PRIVACY_KEY: optional(PrivacyKeys).describe(
    'Wraps the keys that personal data is sealed with: a secret of at least 32 characters (`openssl rand -hex 32`), the same for all services, kept apart from the database and its copies. To replace it, put the new one first and the old one after it, with a comma between, until `jalon rewrap` has run. Absent: no personal data is recorded or shown. A secret.',
  ),
  JALON_ERASURE_REGISTER: or('.jalon/erasures.jsonl', z.string()).describe(
    'Who was erased: kept outside the database, so that a restored copy is brought to forget them again before anything is served. Back it up on its own.',
  ),
  JALON_POLICIES_FOLDER: optional(z.string()).describe(
    'Where tenants add policies that narrow who may do what: Cedar files in a folder for each tenant. Read by the API as it starts. Absent: none.',
  ),
  JALON_SEAL_KEY: optional(z.string()).describe(
    'Signs the checkpoints of the log: an Ed25519 private key as PEM (`openssl genpkey -algorithm ed25519`), read by the sealer only. To replace it, put the new one first and keep the old one after it until it is published. Absent: nothing is sealed. A secret.',
  ),
  JALON_SEAL_FOLDER: or('.jalon/checkpoints', z.string()).describe(
    'Where the sealer keeps a copy of the latest checkpoints outside the database: on another disk, and backed up on its own.',
  ),
  JALON_TIME_STAMP_URL: optional(HttpUrl).describe(
    'A time-stamping authority (RFC 3161 over HTTP), asked by the sealer to stamp checkpoints. Absent: none are stamped.',
  ),
  JALON_TIME_STAMP_MINUTES: or(60, z.coerce.number('has to be a number').int().min(1, 'has to be at least 1')).describe(
    'How often, in minutes, the latest checkpoint of each tenant is stamped, where it is a new one.',
  ),
  JALON_WITNESSES: optional(Witnesses).describe(
    'Witnesses (https://c2sp.org/tlog-witness) asked by the sealer, each minute, to sign checkpoints: the address and the public key of each, a space between, commas between several.',
  ),
  JALON_WEBHOOK_ALLOW_PRIVATE: or('false', Switch).describe('Let webhooks reach private addresses: for development only.'),
});

/** Variables that may also be given as `<NAME>_FILE`, the path of a file that holds the value. */
const secrets = [
  'JALON_DATABASE_URL',
  'JALON_DATABASE_OWNER_URL',
  'JALON_SMTP_URL',
  'JALON_COMMAND_KEY',
  'JALON_OIDC_CLIENT_SECRET',
  'JALON_SEAL_KEY',
  'JALON_PRIVACY_KEY',
] as const;

export interface Configuration {
  readonly databaseUrl: string;
  readonly ownerUrl?: string;
  readonly temporal?: { readonly address: string; readonly namespace: string; readonly taskQueue: string };
  readonly kafka?: { readonly brokers: readonly string[] };
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string;
    readonly requestsPerMinute: number;
    readonly trustedProxies?: readonly string[];
  };
  readonly oidc: {
    readonly issuer: string;
    readonly audience: string;
    readonly client?: { readonly id: string; readonly secret?: string; readonly signOutThere: boolean };
    readonly providersFile?: string;
  };
  readonly sessions: { readonly idleMinutes: number; readonly longestMinutes: number };
  readonly log: { readonly level: string; readonly pretty: boolean };
  readonly smtpUrl?: string;
  readonly mailFolder: string;
  readonly mailFrom: string;
  /** Where attachments are: in a bucket where one is named, else in the folder. */
  readonly objects: { readonly folder: string; readonly s3?: { readonly bucket: string; readonly endpoint?: string } };
  readonly seal: {
    readonly key?: string;
    readonly folder: string;
    readonly timeStamps?: { readonly url: string; readonly everyMinutes: number };
    readonly witnesses: readonly { readonly url: string; readonly key: string }[];
  };
  /** What wraps the keys of subjects, the one in use first; and where erasures are noted outside the database. */
  readonly privacy: { readonly keys?: readonly [string, ...string[]]; readonly erasures: string };
  /** Where tenants' own policies are, by tenant. */
  readonly policiesFolder?: string;
  /** host:port of what scans attachments. */
  readonly clamd?: string;
  readonly commandKey: string;
  readonly webhookAllowPrivate: boolean;
}

/** A value of the environment that cannot be used; `message` names the variable and the remedy. */
export class ConfigurationError extends Error {
  readonly code = 'bad-configuration';
  readonly retryable = false;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment with each secret given as a file replaced by what the file holds. */
function withFiles(env: Environment): Environment {
  const read = (name: string): string | undefined => {
    const path = env[`${name}_FILE`];
    if (!path) return env[name];
    if (env[name]) throw new ConfigurationError(`${name} and ${name}_FILE are both set: keep one of them.`);
    try {
      return readFileSync(path, 'utf8').trim();
    } catch {
      throw new ConfigurationError(`${name}_FILE names ${path}, which cannot be read: correct the path, or set ${name}.`);
    }
  };
  return { ...env, ...Object.fromEntries(secrets.map((name) => [name, read(name)])) };
}

function sentence(issue: z.core.$ZodIssue, env: Environment): string {
  const name = String(issue.path[0]);
  if (!env[name]) return `${name} is not set. It is needed: ${variables.shape[name as keyof typeof variables.shape]?.description}`;
  return `${name} ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}.`;
}

/**
 * The configuration that the environment gives.
 * @throws {ConfigurationError} naming the first variable that cannot be used, and what to do
 */
export function parseConfiguration(env: Environment): Configuration {
  const given = withFiles(env);
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw new ConfigurationError(sentence(parsed.error.issues[0]!, given));
  return named(parsed.data);
}

/** The variables under the names that the code uses. */
function named(given: z.output<typeof variables>): Configuration {
  return {
    databaseUrl: given.JALON_DATABASE_URL,
    ...(given.JALON_DATABASE_OWNER_URL && { ownerUrl: given.JALON_DATABASE_OWNER_URL }),
    ...(given.JALON_TEMPORAL_ADDRESS && {
      temporal: { address: given.JALON_TEMPORAL_ADDRESS, namespace: given.JALON_TEMPORAL_NAMESPACE, taskQueue: given.JALON_TASK_QUEUE },
    }),
    ...(given.JALON_KAFKA_BROKERS && { kafka: { brokers: given.JALON_KAFKA_BROKERS } }),
    http: {
      host: given.JALON_HTTP_HOST,
      port: given.JALON_HTTP_PORT,
      publicUrl: given.JALON_PUBLIC_URL ?? `http://${given.JALON_HTTP_HOST}:${given.JALON_HTTP_PORT}`,
      requestsPerMinute: given.JALON_HTTP_REQUESTS_PER_MINUTE,
      ...(given.JALON_HTTP_TRUSTED_PROXIES && { trustedProxies: given.JALON_HTTP_TRUSTED_PROXIES }),
    },
    oidc: {
      issuer: given.JALON_OIDC_ISSUER,
      audience: given.JALON_OIDC_AUDIENCE,
      ...(given.JALON_OIDC_CLIENT_ID && {
        client: {
          id: given.JALON_OIDC_CLIENT_ID,
          ...(given.JALON_OIDC_CLIENT_SECRET && { secret: given.JALON_OIDC_CLIENT_SECRET }),
          signOutThere: given.JALON_OIDC_SIGN_OUT_THERE,
        },
      }),
      ...(given.JALON_OIDC_PROVIDERS_FILE && { providersFile: given.JALON_OIDC_PROVIDERS_FILE }),
    },
    sessions: { idleMinutes: given.JALON_SESSION_IDLE_MINUTES, longestMinutes: given.JALON_SESSION_MINUTES },
    log: { level: given.JALON_LOG_LEVEL, pretty: given.JALON_LOG_PRETTY },
    ...(given.JALON_SMTP_URL && { smtpUrl: given.JALON_SMTP_URL }),
    mailFolder: given.JALON_MAIL_FOLDER,
    mailFrom: given.JALON_MAIL_FROM,
    objects: {
      folder: given.JALON_OBJECTS_FOLDER,
      ...(given.JALON_OBJECTS_S3_BUCKET && {
        s3: { bucket: given.JALON_OBJECTS_S3_BUCKET, ...(given.JALON_OBJECTS_S3_ENDPOINT && { endpoint: given.JALON_OBJECTS_S3_ENDPOINT }) },
      }),
    },
    seal: {
      ...(given.JALON_SEAL_KEY && { key: given.JALON_SEAL_KEY }),
      folder: given.JALON_SEAL_FOLDER,
      ...(given.JALON_TIME_STAMP_URL && { timeStamps: { url: given.JALON_TIME_STAMP_URL, everyMinutes: given.JALON_TIME_STAMP_MINUTES } }),
      witnesses: given.JALON_WITNESSES ?? [],
    },
    privacy: { ...(given.JALON_PRIVACY_KEY && { keys: given.JALON_PRIVACY_KEY }), erasures: given.JALON_ERASURE_REGISTER },
    ...(given.JALON_POLICIES_FOLDER && { policiesFolder: given.JALON_POLICIES_FOLDER }),
    ...(given.JALON_CLAMD_ADDRESS && { clamd: given.JALON_CLAMD_ADDRESS }),
    commandKey: given.JALON_COMMAND_KEY,
    webhookAllowPrivate: given.JALON_WEBHOOK_ALLOW_PRIVATE,
  };
}

/** As `parseConfiguration`, for a service's `main.ts`: a bad value prints its sentence and ends the process with code 2. */
export function readConfiguration(env: Environment = process.env): Configuration {
  try {
    return parseConfiguration(env);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}
