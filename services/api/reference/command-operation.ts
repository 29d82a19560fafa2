import type { AnyCommand } from '@jalon/domain';
import type { FastifySchema } from 'fastify';
import { z } from 'zod';
import { collectionOf } from '../commands/addresses.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The command that the route asks for. */
    readonly command?: AnyCommand;
  }
}

const RecordedDecision = z.strictObject({
  id: z.uuid().describe('Its id in the log, and that of the event that tells of it.'),
  type: z.string(),
  stream: z.string(),
  version: z.int().describe('Its place in its stream, from 1.'),
  position: z.int().describe('Its place in the log of the tenant, from 1.'),
  recordedAt: z.iso.datetime(),
});

const Recorded = z.strictObject({
  decisions: z.array(RecordedDecision),
  version: z.int().describe('The version that the thing is at now: send it as If-Match with the next command.'),
  position: z.int(),
  streams: z
    .record(z.string(), z.int())
    .describe('The version of each stream written: a read takes them as `?after=<stream>@<version>,…` and waits.'),
});

const Headers = z.object({
  'idempotency-key': z
    .string()
    .min(8)
    .max(128)
    .describe('Chosen by you, anew for each command. Sent again, the same key gives the first answer again.')
    .meta({ examples: ['2f1c8a94-6d7e-4b0a-9a54-3c1de0b7f3aa'] }),
  'if-match': z.string().optional().describe('The version that you have seen, in quotes; another one is answered with 412.'),
});

const Params = z.object({ id: z.string().describe('The id of the thing; with a command that creates, the id that it is to have.') });

/** The operation of a command, as the reference shows it. What can go wrong is added to all operations alike. */
export const commandOperation = (command: AnyCommand): FastifySchema => ({
  operationId: `${command.kind}.${command.name}`,
  tags: [collectionOf(command.kind)],
  summary: command.says.en,
  description: command.about,
  headers: Headers,
  params: Params,
  body: command.data,
  response: {
    201: Recorded.describe('Recorded.'),
    200: Recorded.describe('Recorded before, under the same Idempotency-Key: the same answer again, with the header `Idempotency-Replayed: true`.'),
  },
});
