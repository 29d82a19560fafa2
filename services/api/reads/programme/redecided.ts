import type { Authorise } from '@jalon/authorisation';
import { Actor } from '@jalon/domain';
import { type Again, redecideAt, redecidePage, streamsOfProgramme } from '@jalon/evidence';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { ProblemError } from '../../problems/problem.ts';
import { cursorOf, encodeCursor } from '../query.ts';
import type { Reads } from '../reads.ts';
import { aProgramme } from '../seeable.ts';

const Redecided = z.strictObject({
  position: z.int().describe('Of the command’s first decision in the log of the authority.'),
  decisions: z.int().min(1).describe('How many it took: the others follow without a gap.'),
  command: z.strictObject({ id: z.string(), name: z.string() }),
  stream: z.string(),
  actor: Actor,
  recordedAt: z.string(),
  rule: z.strictObject({ recorded: z.int(), now: z.int().optional() }),
  outcome: z
    .enum(['agrees', 'differs', 'other-rule', 'other-grounds'])
    .describe(
      'differs: the same rule decides something else, or refuses, or it would be forbidden. other-rule: by a version of the rule that has changed since. other-grounds: allowed, by other policies.',
    ),
  differences: z
    .array(z.strictObject({ path: z.string(), recorded: z.unknown().optional(), now: z.unknown().optional() }))
    .describe('Where, such as decisions.0.data.ranking.2.rank; what is absent on one side is left out.'),
});

const told = ({ differences, actor, command, rule, ...again }: Again): z.output<typeof Redecided> => ({
  ...again,
  actor: { ...actor },
  command: { ...command },
  rule: { ...rule },
  differences: differences.map((difference) => ({ ...difference })),
});

/** Decisions decided again, for whoever reads the journal of the authority. `authorise` is by Jalon’s own policies, as what a tenant adds only forbids. */
export function redecidedReads({ app, seeing, log }: Reads, authorise: Authorise): void {
  app.get(
    '/v1/programmes/:id/redecided',
    {
      schema: {
        operationId: 'programmes.redecided',
        tags: ['journal'],
        summary: 'The decisions of a programme, decided again and compared with what is recorded',
        description:
          'Each command on what stood just before it, under the policy then in force, by the rule and the authorisation of this version of Jalon. In the order of the log. For auditors and administrators of the authority.',
        params: z.object({ id: z.string() }),
        querystring: z.strictObject({
          limit: z.coerce.number('has to be a number').int().min(1).max(100).default(50).describe('How many commands a page has at most.'),
          cursor: cursorOf(z.int().min(0)).optional(),
        }),
        response: { 200: z.strictObject({ items: z.array(Redecided), next: z.string().optional() }) },
      },
    },
    async (request) => {
      const account = accountOf(request);
      await seeing.mayReadJournal(account);
      const { id } = request.params;
      const { load } = await seeing.open(account, aProgramme, id);
      const streams = await streamsOfProgramme(log, load, account.tenant, id);
      if (!streams) throw new ProblemError('thing-unknown', { thing: `programme "${id}"` });
      const { limit, cursor = 0 } = request.query;
      const { items, next } = await redecidePage(log, { tenant: account.tenant, authorise, streams: new Set(streams), after: cursor, limit });
      return { items: items.map(told), ...(next !== undefined && { next: encodeCursor(next) }) };
    },
  );
  app.get(
    '/v1/journal/:position/redecided',
    {
      schema: {
        operationId: 'journal.redecided',
        tags: ['journal'],
        summary: 'The command that took a decision, decided again and compared with what is recorded',
        description: 'By the position of any of its decisions in the log. For auditors and administrators of the authority.',
        params: z.object({ position: z.coerce.number('has to be a number').int().min(1) }),
        response: { 200: Redecided },
      },
    },
    async (request) => {
      const account = accountOf(request);
      await seeing.mayReadJournal(account);
      const { position } = request.params;
      const again = await redecideAt(log, { tenant: account.tenant, authorise, position });
      if (!again) throw new ProblemError('thing-unknown', { thing: `decision at position ${position}` });
      return told(again);
    },
  );
}
