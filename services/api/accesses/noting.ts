import type { Access, AccessJournal } from '@jalon/access-journal';
import { kinds, streamOf } from '@jalon/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectionOf } from '../commands/addresses.ts';
import { failureOf } from '../reads/views.ts';
import type { IsAuditor } from './auditors.ts';
import { openReads, ownReads } from './open-reads.ts';

/** What of a query tells which reading it was. Words that somebody searched for are not among it. */
const TELLING = ['asOf', 'knownAt', 'from', 'to', 'stream', 'thing', 'actor', 'who', 'part', 'type'] as const;

const kindByCollection = new Map(Object.keys(kinds).map((kind) => [collectionOf(kind), kind]));

/** Writes what is read into the access journal, before the answer leaves: where that fails, nothing is shown. */
export function noteAccesses(app: FastifyInstance, { journal, isAuditor }: { readonly journal: AccessJournal; readonly isAuditor: IsAuditor }): void {
  app.addHook('onSend', async (request, reply) => {
    const { account, method, routeOptions } = request;
    const part = routeOptions.schema?.operationId;
    if (!account || method !== 'GET' || reply.statusCode !== 200 || part === undefined || ownReads.has(part)) return;
    try {
      const why = (await isAuditor(account.tenant, account.actor.id)) ? 'auditor' : 'confidential';
      if (why === 'confidential' && openReads.has(part)) return;
      await journal.record({ tenant: account.tenant, who: account.actor, what: whatOf(request, part), why, request: request.id });
    } catch (error) {
      throw failureOf(error);
    }
  });
}

function whatOf({ routeOptions, params, query }: FastifyRequest, part: string): Access['what'] {
  const kind = kindByCollection.get(routeOptions.url?.split('/')[2] ?? '');
  const { id, ...named } = isRecord(params) ? params : {};
  const asked = isRecord(query) ? query : {};
  const told = TELLING.flatMap((name) => (typeof asked[name] === 'string' ? [[name, asked[name]] as const] : []));
  const more = { ...named, ...Object.fromEntries(told) };
  return {
    part,
    ...(kind !== undefined && typeof id === 'string' && { thing: streamOf(kind, id) }),
    ...(Object.keys(more).length > 0 && { more }),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
