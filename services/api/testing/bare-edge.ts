import { authoriser, explaining } from '@jalon/authorisation';
import type { Handle } from '@jalon/command-handling';
import { loggerFor, newId, systemClock } from '@jalon/runtime';
import { accountsIn, sessionsIn } from '@jalon/sessions';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import { buildApp } from '../app.ts';

/** The edge before a door that answers as told, for what no real part can be made to answer. Whoever asks is `ana`. */
export async function bareEdge(handle: Handle): Promise<FastifyInstance> {
  const nothing = () => Promise.reject(new Error('This edge has a door and nothing behind it.'));
  const views = new Pool();
  return buildApp({
    handle,
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
    verifyToken: async () => ({ tenant: 'tenant-a', actor: { kind: 'person', id: 'ana' }, expires: 0 }),
    providers: [],
    accounts: accountsIn(views, systemClock),
    sessions: sessionsIn({ pool: views, clock: systemClock, idleMinutes: 1, longestMinutes: 1 }),
    clock: systemClock,
    newId,
    logger: loggerFor('test', { log: { level: 'silent', pretty: false } }),
    configuration: { http: { publicUrl: 'https://jalon.example.org', requestsPerMinute: 1_000 } },
  });
}
