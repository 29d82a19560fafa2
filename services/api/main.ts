import { join } from 'node:path';
import { accessJournal } from '@jalon/access-journal';
import { authoriser, explaining, ownPolicies, readTenantPolicies } from '@jalon/authorisation';
import { createHandler } from '@jalon/command-handling';
import { openLog } from '@jalon/decision-log';
import { fileStore, openS3Store } from '@jalon/object-store';
import { forgetAgain, privacyWith, registerIn } from '@jalon/privacy';
import { closing, loggerFor, newId, readConfiguration, systemClock } from '@jalon/runtime';
import { accountsIn, sessionsIn } from '@jalon/sessions';
import { Pool } from 'pg';
import { buildApp } from './app.ts';
import { clamdScan } from './attachments/scan/clamd.ts';
import { signInProviders } from './identity/providers.ts';
import { remembering } from './identity/remember.ts';
import { readProviders } from './identity/settings.ts';
import { tokenVerifier } from './identity/token.ts';

/** Connections for reading the views. */
const VIEW_CONNECTIONS = 8;
/** How long a read waits for a connection, and for its answer. */
const VIEW_TIMEOUT_MS = 10_000;

const configuration = readConfiguration();
const { databaseUrl, oidc, http, commandKey } = configuration;
const logger = loggerFor('api', configuration);
const log = await openLog({ url: databaseUrl, clock: systemClock, reporter: logger });
const views = new Pool({
  connectionString: databaseUrl,
  max: VIEW_CONNECTIONS,
  connectionTimeoutMillis: VIEW_TIMEOUT_MS,
  query_timeout: VIEW_TIMEOUT_MS,
  application_name: 'jalon api',
});
views.on('error', (err) => logger.warn({ err }, 'an idle connection to PostgreSQL was lost'));

const ofTenants = configuration.policiesFolder === undefined ? undefined : readTenantPolicies(configuration.policiesFolder);
const authorise = authoriser(ownPolicies(), ofTenants);
const privacy = privacyWith(views, configuration);
const back = await forgetAgain({ pool: views, privacy }, registerIn(configuration.privacy.erasures));
if (back > 0) logger.warn({ subjects: back }, 'a restored database had come back with erased persons: they are forgotten again');
const door = createHandler({ log, authorise, clock: systemClock, newId, commandKey, seal: privacy.seal });
const verify = tokenVerifier({ issuer: oidc.issuer, audience: oidc.audience, clock: systemClock });
const app = await buildApp({
  ...door,
  authorise,
  explain: explaining(ownPolicies(), ofTenants),
  log,
  objects: configuration.objects.s3 ? await openS3Store(configuration.objects.s3) : fileStore(configuration.objects.folder),
  ...(configuration.clamd !== undefined && { scan: clamdScan(configuration.clamd) }),
  accesses: accessJournal(views),
  privacy,
  views,
  verifyToken: remembering(verify, systemClock),
  providers: signInProviders(readProviders(configuration), logger),
  accounts: accountsIn(views, systemClock),
  sessions: sessionsIn({ pool: views, clock: systemClock, ...configuration.sessions }),
  consoleFolder: join(import.meta.dirname, '../console/dist'),
  clock: systemClock,
  newId,
  logger,
  configuration,
});
closing(
  logger,
  () => app.close(),
  () => log.close(),
  () => views.end(),
);
await app.listen({ host: http.host, port: http.port });
logger.info({ address: http.publicUrl }, 'the API listens');
