import { parseTilePath, type SealedLog, type SealStore, sealStore } from '@jalon/seal';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Dependencies } from '../dependencies.ts';
import { ProblemError } from '../problems/problem.ts';
import { seeingWith } from '../reads/seeing.ts';
import { proofRoute } from './proof.ts';

const tags = ['transparency log'];
const Tenant = z.strictObject({ tenant: z.string().max(200) });
const Text = z.string();
const Bytes = z.string().meta({ format: 'binary' });
const Keys = z.strictObject({
  origin: z.string(),
  keys: z.array(
    z.strictObject({
      key: z.string().describe('As signed notes write keys: name, id, key.'),
      above: z.int().min(0).describe('Trees of more leaves than this are signed by it.'),
      statement: z.string().optional().describe('The note by which the key before vouches for it.'),
    }),
  ),
});

/** A checkpoint is good for as long as the next one may take. */
const SHORTLY = 'public, max-age=1';
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * The transparency log of each tenant, as any tool that reads https://c2sp.org/tlog-tiles expects it: to everybody, without a token, for any cache to keep.
 * It holds hashes only. The entries stay here: an envelope names who decided on what and when, before it is known to those whom it concerns.
 */
export function transparencyLog(instance: FastifyInstance, dependencies: Dependencies): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const store = sealStore(dependencies.views);
  const open = async (tenant: string): Promise<SealedLog> => {
    const log = await store.logOf(tenant);
    if (!log) throw new ProblemError('route-unknown');
    return log;
  };
  app.get(
    '/log/:tenant/checkpoint',
    {
      config: { public: true },
      schema: {
        operationId: 'log.checkpoint',
        tags,
        summary: 'The latest signed checkpoint of a tenant’s log',
        description: 'A tlog-checkpoint: its origin, its size, the root of its tree, and who signed.',
        params: Tenant,
        produces: ['text/plain'],
        response: { 200: Text },
      },
    },
    async ({ params }, reply) => {
      const checkpoint = await store.latest(await open(params.tenant));
      if (!checkpoint) throw new ProblemError('route-unknown');
      return reply.type('text/plain; charset=utf-8').header('cache-control', SHORTLY).serializer(String).send(checkpoint.note);
    },
  );
  app.get(
    '/log/:tenant/keys',
    {
      config: { public: true },
      schema: {
        operationId: 'log.keys',
        tags,
        summary: 'The keys that sign the checkpoints of a tenant’s log',
        description:
          'To trust them, compare the first with what its authority published elsewhere; each of the others is vouched for by the one before.',
        params: Tenant,
        response: { 200: Keys },
      },
    },
    async ({ params }, reply) => {
      const log = await open(params.tenant);
      reply.header('cache-control', SHORTLY);
      return { origin: log.origin, keys: [...(await store.keys(log))] };
    },
  );
  tiles(instance, store, open);
  proofRoute(app, dependencies, store, seeingWith(dependencies));
}

function tiles(app: FastifyInstance, store: SealStore, open: (tenant: string) => Promise<SealedLog>): void {
  app.get<{ Params: { readonly tenant: string; readonly '*': string } }>(
    '/log/:tenant/tile/*',
    {
      config: { public: true },
      schema: {
        operationId: 'log.tile',
        tags,
        summary: 'A tile of the tree of a tenant’s log',
        description: 'tile/<level>/<index>, with .p/<width> where it is not full: its SHA-256 hashes, 32 bytes each (tlog-tiles).',
        params: Tenant.extend({ '*': z.string().max(100) }),
        produces: ['application/octet-stream'],
        response: { 200: Bytes },
      },
    },
    async ({ params }, reply) => {
      const tile = parseTilePath(`tile/${params['*']}`);
      if (!tile) throw new ProblemError('route-unknown');
      const hashes = (await store.tiles(await open(params.tenant), [tile]))(tile.level, tile.index);
      if (hashes.length !== tile.width * 32) throw new ProblemError('route-unknown');
      return reply.type('application/octet-stream').header('cache-control', FOR_EVER).send(Buffer.from(hashes));
    },
  );
}
