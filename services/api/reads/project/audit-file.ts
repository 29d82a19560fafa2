import type { CommandHandler } from '@jalon/command-handling';
import { decisionsTold, Text } from '@jalon/domain';
import { type AuditFile, auditFileOf, gather, type Piece } from '@jalon/exports';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { ProblemError } from '../../problems/problem.ts';
import type { Reads } from '../reads.ts';

const APiece = z.strictObject({
  decision: z.string(),
  position: z.int().min(1),
  stream: z.string(),
  type: z.string(),
  told: Text,
  occurredAt: z.string(),
  recordedAt: z.string(),
  actor: z.strictObject({ kind: z.string(), id: z.string() }),
  documents: z.array(z.strictObject({ hash: z.string(), name: z.string(), mediaType: z.string().optional() })),
});
const AnElement = z.strictObject({
  point: z.string().describe('`1` to `13` for the points of Annex XIII, part I, of Regulation (EU) 2021/1060; `C` for its article 50.'),
  title: z.string().describe('In French, as in the folder.'),
  source: z.string(),
  status: z.enum(['complete', 'missing', 'not-applicable']),
  missing: z.array(z.string()).describe('What is missing, each in a sentence, in French.'),
  pieces: z.array(APiece),
});

/** The audit trail of a project, point by point: what is there, with its proof, and what is missing. */
export function auditFileReads({ app, seeing, log }: Pick<Reads, 'app' | 'seeing' | 'log'>, loader: CommandHandler['loader']): void {
  app.get(
    '/v1/projects/:id/audit-file',
    {
      schema: {
        operationId: 'projects.audit-file',
        tags: ['projects'],
        summary: 'The audit file of a project: the points of Annex XIII, each with its decisions and what is missing',
        description:
          'For administrators, auditors and the committee. Read from the log. Each decision has its proof under `/v1/decisions/{id}/proof`; `jalon audit file` writes the whole as a folder that opens without Jalon.',
        params: z.object({ id: z.string() }),
        response: { 200: z.strictObject({ project: z.string(), elements: z.array(AnElement), others: z.array(APiece) }) },
      },
    },
    async (request) => {
      const account = accountOf(request);
      const { id } = request.params;
      for (const action of ['read-actors', 'read-reviews', 'read-money']) await seeing.mayRead(account, 'project', id, action);
      const gathered = await gather(log, loader(account.tenant), account.tenant, id);
      if (!gathered) throw new ProblemError('thing-unknown', { thing: `project "${id}"` });
      return shownOf(auditFileOf(gathered));
    },
  );
}

const shownOf = ({ project, elements, others }: AuditFile) => ({
  project,
  elements: elements.map(({ missing, pieces, ...element }) => ({ ...element, missing: [...missing], pieces: pieces.map(pieceShown) })),
  others: others.map(pieceShown),
});

const pieceShown = ({ decision: { id, position, stream, type, occurredAt, recordedAt, actor }, documents }: Piece) => ({
  decision: id,
  position,
  stream,
  type,
  told: decisionsTold[type] ?? { fr: type, en: type },
  occurredAt,
  recordedAt,
  actor: { kind: actor.kind, id: actor.id },
  documents: [...documents],
});
