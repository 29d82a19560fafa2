import { authoriser, explaining } from '@jalon/authorisation';
import { loggerFor, newId, systemClock } from '@jalon/runtime';
import { accountsIn, sessionsIn } from '@jalon/sessions';
import { Pool } from 'pg';
import { buildApp } from '../app.ts';

// Prints the OpenAPI document on standard output, from the routes alone: no server is asked. Other packages make their clients from it.
const nothing = () => Promise.reject(new Error('Nothing is asked of an edge that only tells what it offers.'));
const views = new Pool();
const app = await buildApp({
  handle: nothing,
  load: nothing,
  loader: () => nothing,
  authorise: authoriser(),
  explain: explaining(),
  log: {
    lags: nothing,
    imports: nothing,
    streams: nothing,
    tenants: nothing,
    readLog: nothing,
    readStream: nothing,
    findCommand: nothing,
    standing: nothing,
  },
  objects: { put: nothing, find: nothing, open: nothing },
  accesses: { record: nothing, read: nothing, check: nothing },
  privacy: { open: nothing },
  views,
  verifyToken: nothing,
  providers: [],
  accounts: accountsIn(views, systemClock),
  sessions: sessionsIn({ pool: views, clock: systemClock, idleMinutes: 1, longestMinutes: 1 }),
  clock: systemClock,
  newId,
  logger: loggerFor('reference', { log: { level: 'silent', pretty: false } }),
  configuration: { http: { publicUrl: 'http://127.0.0.1:3000', requestsPerMinute: 1 } },
});
await app.ready();
process.stdout.write(JSON.stringify(app.swagger()));
