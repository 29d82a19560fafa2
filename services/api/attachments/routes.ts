import { Readable } from 'node:stream';
import { ContentHash } from '@jalon/domain';
import { type ObjectStore, ObjectTooLarge } from '@jalon/object-store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Dependencies } from '../dependencies.ts';
import { accountOf } from '../identity/gate.ts';
import { ProblemError } from '../problems/problem.ts';
import { seeingWith } from '../reads/seeing.ts';
import { visibleFile } from './may-see.ts';
import { type Media, media, mediaOf } from './media.ts';
import { dispositionOf } from './name.ts';
import { NotOfItsType, ofType } from './of-type.ts';
import { FoundMalware, type Scan } from './scan/scan.ts';

const tags = ['attachments'];
const Bytes = z.string().meta({ format: 'binary' });
const types = media.map(({ type }) => type);

/** Files go in and out as they are, in streams: none is ever held in memory as a whole. */
export function attachmentRoutes(app: FastifyInstance, dependencies: Dependencies): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    putRoute(scope, dependencies);
  });
  getRoute(app, dependencies);
}

function putRoute(app: FastifyInstance, { objects, scan }: Pick<Dependencies, 'objects' | 'scan'>): void {
  app.post(
    '/v1/attachments',
    {
      schema: {
        operationId: 'attachments.put',
        tags,
        summary: 'Store the bytes of an attachment',
        description:
          'Send the file as it is, with its Content-Type. A command such as attach-piece then names the hash, the type and the size that come back. The same bytes are stored once.',
        consumes: types,
        body: Bytes,
        response: { 201: z.strictObject({ hash: ContentHash, size: z.int().min(1), mediaType: z.enum(types) }).describe('Stored.') },
      },
      validatorCompiler: () => () => true,
    },
    async (request, reply) => {
      const { tenant } = accountOf(request);
      const kind = mediaOf(request.headers['content-type']);
      if (!kind) throw new ProblemError('attachment-type-unsupported', { types: media.map(({ ending }) => ending) });
      const stored = await put(objects, tenant, kind, request, scan);
      return reply.code(201).send({ ...stored, mediaType: kind.type });
    },
  );
}

async function put(objects: ObjectStore, tenant: string, kind: Media, { headers, body, raw }: FastifyRequest, scan: Scan | undefined) {
  const { limit, ending } = kind;
  const tooLarge = () => new ProblemError('attachment-too-large', { ending, limit: `${limit / 1_000_000} MB` });
  if (!(body instanceof Readable)) throw new ProblemError('attachment-empty');
  if (Number(headers['content-length'] ?? 0) > limit) throw tooLarge();
  try {
    const content = ofType(kind, notEmpty(body));
    return await objects.put(tenant, scan ? scan.through(content) : content, limit);
  } catch (error) {
    raw.resume(); // What still comes is let go by, so that the answer gets through.
    if (error instanceof ObjectTooLarge) throw tooLarge();
    if (error instanceof FoundMalware) throw new ProblemError('attachment-infected', { found: error.found });
    if (error instanceof NotOfItsType) throw new ProblemError('attachment-not-its-type', { ending });
    throw error;
  }
}

async function* notEmpty(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let empty = true;
  for await (const chunk of content) {
    empty &&= chunk.length === 0;
    yield chunk;
  }
  if (empty) throw new ProblemError('attachment-empty');
}

function getRoute(app: FastifyInstance, dependencies: Dependencies): void {
  const seeing = seeingWith(dependencies);
  app.get<{ readonly Params: { readonly id: string; readonly hash: string } }>(
    '/v1/projects/:id/attachments/:hash',
    {
      schema: {
        operationId: 'attachments.read',
        tags,
        summary: 'The bytes of a file that a project refers to, where its class of confidentiality admits you',
        params: z.object({ id: z.string(), hash: z.string() }),
        response: { 200: { description: 'The file, as it was stored.', content: { 'application/octet-stream': { schema: Bytes } } } },
      },
    },
    async (request, reply) => {
      const account = accountOf(request);
      const { id, hash } = request.params;
      const allows = await seeing.look(account, 'project', id);
      const file = allows?.('read') ? await visibleFile(dependencies, account, id, hash) : undefined;
      if (!file) throw new ProblemError('attachment-unknown');
      const object = await dependencies.objects.open(account.tenant, hash);
      if (!object) throw new ProblemError('attachment-not-stored');
      const kind = mediaOf(file.mediaType);
      return reply
        .type(kind?.type ?? 'application/octet-stream')
        .header('content-length', object.size)
        .header('content-disposition', dispositionOf(file.name, kind?.ending))
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .header('etag', `"${hash}"`)
        .send(Readable.from(object.content, { objectMode: false }));
    },
  );
}
