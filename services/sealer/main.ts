import { openLog } from '@jalon/decision-log';
import { closing, loggerFor, readConfiguration, systemClock } from '@jalon/runtime';
import { copiesIn, nodeCrypto, parseKey, sealStore, signersOf } from '@jalon/seal';
import { Pool } from 'pg';
import { cosignLatest } from './cosign.ts';
import { patrol } from './patrol.ts';
import { seal } from './sealing.ts';
import { stampLatest } from './stamp.ts';

/** How long a query may take: a page of tiles is milliseconds. */
const ANSWER_WITHIN_MS = 30_000;
/** How often witnesses are asked to sign the latest checkpoints. */
const COSIGN_EVERY_MS = 60_000;
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
  if (settings.witnesses.length > 0) {
    const witnesses = settings.witnesses.map(({ url, key: text }) => {
      const witness = parseKey(text, nodeCrypto.sha256);
      if (witness) return { url, key: witness };
      throw new Error(`JALON_WITNESSES names ${text}, which is no public key: <name>+<id>+<base64>.`);
    });
    const cosign = () =>
      cosignLatest({ log, store, witnesses, reporter: logger }).catch((err) => logger.warn({ err }, 'checkpoints could not be cosigned'));
    const cosigning = setInterval(cosign, COSIGN_EVERY_MS);
    closers.push(() => clearInterval(cosigning));
  }
  if (settings.timeStamps) {
    const { url, everyMinutes } = settings.timeStamps;
    const stamp = () =>
      stampLatest({ log, store, url, reporter: logger }).catch((err) => logger.warn({ err }, 'checkpoints could not be time-stamped'));
    const stamping = setInterval(stamp, everyMinutes * 60_000);
    void stamp();
    closers.push(() => clearInterval(stamping));
  }
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
