import { openLog } from '@jalon/decision-log';
import { closing, loggerFor, readConfiguration, systemClock } from '@jalon/runtime';
import { sealStore, signersOf } from '@jalon/seal';
import { Pool } from 'pg';
import { copiesIn } from './outside-copies.ts';
import { patrol } from './patrol.ts';
import { seal } from './sealing.ts';

/** How long a query may take: a page of tiles is milliseconds. */
const ANSWER_WITHIN_MS = 30_000;
/** How often the whole log is compared with what was sealed of it. */
const PATROL_EVERY_MS = 24 * 3_600_000;

const configuration = readConfiguration();
const logger = loggerFor('sealer', configuration);
const { databaseUrl, http, seal: settings } = configuration;
const log = await openLog({ url: databaseUrl, clock: systemClock, reporter: logger });
const pool = new Pool({ connectionString: databaseUrl, max: 3, query_timeout: ANSWER_WITHIN_MS, application_name: 'jalon sealer' });
pool.on('error', (err) => logger.warn({ err }, 'an idle connection to PostgreSQL was lost'));
const closers: (() => unknown)[] = [];

if (settings.key) {
  const store = sealStore(pool);
  const host = http.publicUrl.replace(/^https?:\/\//, '').replace(/\/+$/, '');
  const work = { log, store, outside: copiesIn(settings.folder), signersFor: signersOf(settings.key), host, reporter: logger };
  const sealing = seal(work);
  let stopping = false;
  const look = () => patrol(work, () => stopping).catch((err) => logger.warn({ err }, 'the log could not be compared with its seal'));
  let looking = look();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, PATROL_EVERY_MS);
  closers.push(
    () => sealing.stop(),
    () => {
      stopping = true;
      clearInterval(timer);
      return looking;
    },
  );
} else {
  logger.warn('JALON_SEAL_KEY is not set: decisions are recorded, and nothing is sealed. `openssl genpkey -algorithm ed25519` makes a key.');
}

// Without a key there is nothing to do, and whoever started this process still finds it running.
const idle = setInterval(() => {}, 2 ** 31 - 1);
closing(
  logger,
  ...closers,
  () => log.close(),
  () => pool.end(),
  () => clearInterval(idle),
);
