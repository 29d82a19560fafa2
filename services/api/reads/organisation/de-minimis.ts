import { Cents, Day, deMinimisOf, deMinimisRegimes, singleUndertaking } from '@jalon/domain';
import { Aid } from '@jalon/domain/decisions';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import type { Reads } from '../reads.ts';
import { anOrganisation } from '../seeable.ts';

const Regime = z.enum(deMinimisRegimes);

const DeMinimis = z.strictObject({
  organisation: z.string(),
  undertaking: z.array(z.string()).describe('The organisations of the single undertaking, its head first.'),
  regime: Regime,
  on: Day,
  ceiling: Cents,
  aids: z.array(Aid.extend({ organisation: z.string() })).describe('Every aid that counts: granted in the three years up to the day, oldest first.'),
  counts: z
    .array(z.strictObject({ regime: Regime, regulation: z.string(), ceiling: Cents, counted: Cents, left: Cents }))
    .describe('Each ceiling that a new aid has to respect: ceiling − counted = left, never below nothing.'),
  left: Cents.describe('The most that can still be granted: what the tightest ceiling leaves.'),
});

/** What de minimis aid an organisation was granted, and what it can still be. */
export function deMinimisReads({ app, seeing }: Reads): void {
  app.get(
    '/v1/organisations/:id/de-minimis',
    {
      schema: {
        operationId: 'organisations.de-minimis',
        tags: ['organisations'],
        summary: 'What is left to an organisation of a de minimis ceiling on a day, with the arithmetic',
        description:
          'Counted over the single undertaking and all granters, three years date to date (Regulation (EU) 2023/2831). Amounts are in euro cents.',
        params: z.object({ id: z.string() }),
        querystring: z.strictObject({ regime: Regime, on: Day }),
        response: { 200: DeMinimis },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { load } = await seeing.open(accountOf(request), anOrganisation, id);
      const { regime, on } = request.query;
      const undertaking = await singleUndertaking(id, load);
      const counted = deMinimisOf(undertaking, regime, on);
      return DeMinimis.parse({ organisation: id, undertaking: undertaking.map(({ organisation }) => organisation), ...counted });
    },
  );
}
