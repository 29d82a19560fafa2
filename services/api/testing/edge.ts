import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessJournal, migrateAccessJournal } from '@jalon/access-journal';
import { authoriser, explaining } from '@jalon/authorisation';
import { type CommandHandler, createHandler } from '@jalon/command-handling';
import { openLog } from '@jalon/decision-log';
import type { Role } from '@jalon/domain';
import { migrateDelivery } from '@jalon/event-bus';
import { fileStore } from '@jalon/object-store';
import { keyEncryptionWith, migratePrivacy, privacyIn } from '@jalon/privacy';
import { migrateReadModels } from '@jalon/read-models';
import { loggerFor, newId, systemClock } from '@jalon/runtime';
import { migrateSeal } from '@jalon/seal';
import { accountsIn, migrateSessions, sessionsIn } from '@jalon/sessions';
import { type FreshLog, freshLog } from '@jalon/testing';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { Pool } from 'pg';
import { buildApp } from '../app.ts';
import type { Dependencies } from '../dependencies.ts';
import { remembering } from '../identity/remember.ts';
import { tokenVerifier } from '../identity/token.ts';
import { type Issuer, startIssuer } from './issuer.ts';

export const TENANT = 'tenant-a';
export const silent = loggerFor('test', { log: { level: 'silent', pretty: false } });

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back
  readonly body: any;
}

/** The edge as it runs, on a log and a provider of its own. */
export interface Edge {
  readonly app: FastifyInstance;
  readonly fresh: FreshLog;
  readonly issuer: Issuer;
  readonly door: CommandHandler;
  /** Where the bytes of its attachments are. */
  readonly objectsFolder: string;
  /** Has a person send a command: `ask('ana', 'programmes/isr/add-funder', {…})`. */
  ask(person: string, path: string, body?: InjectOptions['payload'], headers?: Readonly<Record<string, string>>): Promise<Answered>;
  read(person: string, path: string): Promise<Answered>;
  send(options: InjectOptions): Promise<Answered>;
  /** Gives a person a role in the authority, whose administrator is `ana`. */
  grant(person: string, role: Role): Promise<void>;
  /** How many decisions the log holds. */
  head(): Promise<number>;
  close(): Promise<void>;
}

export interface EdgeOptions {
  readonly postgresUrl: string;
  /** Where the edge itself reaches the database, if not directly. */
  readonly through?: (url: string) => Promise<string>;
  /** What differs from an edge as it runs; a function is given the address of its database. */
  readonly more?: Partial<Dependencies> | ((url: string) => Partial<Dependencies>);
}

export async function startEdge({ postgresUrl, through, more }: EdgeOptions): Promise<Edge> {
  const fresh = await freshLog({ postgresUrl });
  await migrateReadModels(fresh.ownerUrl);
  await migrateDelivery(fresh.ownerUrl);
  await migrateSeal(fresh.ownerUrl);
  await migrateSessions(fresh.ownerUrl);
  await migrateAccessJournal(fresh.ownerUrl);
  await migratePrivacy(fresh.ownerUrl);
  const issuer = await startIssuer();
  const url = through ? await through(fresh.url) : fresh.url;
  const log = await openLog({ url, clock: systemClock, reporter: silent });
  const views = new Pool({ connectionString: url, connectionTimeoutMillis: 5_000 });
  views.on('error', () => undefined); // tests end connections on purpose
  const objectsFolder = await mkdtemp(join(tmpdir(), 'jalon-objects-'));
  const authorise = authoriser();
  const privacy = privacyIn(views, keyEncryptionWith(['a key of the tests, which seals nothing real']));
  const door = createHandler({ log, authorise, clock: systemClock, newId, commandKey: 'a key for tests only', seal: privacy.seal });
  const app = await buildApp({
    ...door,
    authorise,
    explain: explaining(),
    log,
    objects: fileStore(objectsFolder),
    accesses: accessJournal(views),
    privacy,
    views,
    verifyToken: remembering(tokenVerifier({ issuer: issuer.url, audience: 'jalon', clock: systemClock }), systemClock),
    providers: [],
    accounts: accountsIn(views, systemClock),
    sessions: sessionsIn({ pool: views, clock: systemClock, idleMinutes: 60, longestMinutes: 600 }),
    clock: systemClock,
    newId,
    logger: silent,
    configuration: { http: { publicUrl: 'http://localhost', requestsPerMinute: 100_000 } },
    ...(typeof more === 'function' ? more(url) : more),
  });

  async function send(options: InjectOptions): Promise<Answered> {
    const { statusCode, headers, body } = await app.inject(options);
    return { status: statusCode, headers, body: body === '' ? undefined : JSON.parse(body) };
  }
  const bearer = async (person: string) => ({ authorization: `Bearer ${await issuer.token(person)}` });
  const edge: Edge = {
    app,
    fresh,
    issuer,
    door,
    objectsFolder,
    send,
    async ask(person, path, payload = {}, headers = {}) {
      return send({ method: 'POST', url: `/v1/${path}`, payload, headers: { ...(await bearer(person)), 'idempotency-key': newId(), ...headers } });
    },
    read: async (person, path) => send({ method: 'GET', url: `/v1/${path}`, headers: await bearer(person) }),
    async grant(person, role) {
      const { status, body } = await edge.ask('ana', 'organisations/authority/grant-role', { person, role });
      if (status !== 201) throw new Error(`${person} was not made ${role}: ${JSON.stringify(body)}`);
    },
    head: async () => (await fresh.log.tenants()).find(({ tenant }) => tenant === TENANT)?.head ?? 0,
    async close() {
      await app.close();
      await Promise.all([log.close(), views.end(), issuer.close()]);
      await Promise.all([fresh.drop(), rm(objectsFolder, { recursive: true })]);
    },
  };
  return edge;
}

/** The authority, whose administrator is `ana`, and the programme `isr`. */
export async function foundAuthority({ door, ask }: Edge): Promise<void> {
  const name = { fr: 'Région fictive', en: 'Fictitious region' };
  const operator = { kind: 'import', id: 'operator' } as const;
  const registered = await door.handle({
    tenant: TENANT,
    kind: 'organisation',
    id: 'authority',
    name: 'register-organisation',
    input: { name, administrator: 'ana' },
    actor: operator,
    commandId: `import:operator:${newId()}`,
  });
  if (registered.status !== 'recorded') throw new Error(`The authority was not registered: ${JSON.stringify(registered)}`);
  const created = await ask('ana', 'programmes/isr/create-programme', { name });
  if (created.status !== 201) throw new Error(`The programme was not created: ${JSON.stringify(created.body)}`);
}
