import { Text } from '@jalon/domain';
import type { Privacy } from '@jalon/privacy';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import type { Reads } from '../reads.ts';
import { aProgramme } from '../seeable.ts';

const Funders = z.strictObject({
  programme: z.string(),
  version: z.int().min(1),
  funders: z.array(
    z.strictObject({
      funder: z.string(),
      name: Text,
      kind: z.string(),
      webhook: z.string().optional(),
      email: z
        .union([z.strictObject({ text: z.string() }), z.strictObject({ erased: z.literal(true) })])
        .optional()
        .describe('`erased` where it was erased on request; absent where there is none.'),
      eligibleUntil: z.string().optional(),
    }),
  ),
});

/** Who funds a programme, and where each is told of decisions: for whoever may change that. */
export function funderReads({ app, seeing }: Pick<Reads, 'app' | 'seeing'>, { open }: Pick<Privacy, 'open'>): void {
  app.get(
    '/v1/programmes/:id/funders',
    {
      schema: {
        operationId: 'programmes.funders',
        tags: ['programmes'],
        summary: 'The funders of a programme, and where each is told of decisions',
        description: 'For whoever may set the terms of a funder. Addresses are opened for this answer alone.',
        params: z.object({ id: z.string() }),
        response: { 200: Funders },
      },
    },
    async (request) => {
      const { id } = request.params;
      const account = accountOf(request);
      const { state, version } = await seeing.open(account, aProgramme, id, 'set-funder-terms');
      const all = Object.values(state.funders);
      const opened = await open(
        account.tenant,
        all.map(({ notify }) => notify.email),
      );
      const funders = all.map(({ funder, name, kind, notify: { webhook }, eligibleUntil }, index) => ({
        funder,
        name,
        kind,
        ...(webhook !== undefined && { webhook }),
        ...(opened[index] && { email: opened[index] }),
        ...(eligibleUntil !== undefined && { eligibleUntil }),
      }));
      return { programme: id, version, funders };
    },
  );
}
