import type { Opened, Privacy } from '@jalon/privacy';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import type { Reads } from '../reads.ts';
import { anOrganisation } from '../seeable.ts';

const Erasable = z.union([z.strictObject({ text: z.string() }), z.strictObject({ erased: z.literal(true) })]).optional();

const Signatories = z.strictObject({
  organisation: z.string(),
  version: z.int().min(1),
  signatories: z.array(
    z.strictObject({
      person: z.string(),
      power: z.enum(['legal', 'delegated']),
      from: z.string(),
      until: z.string().optional(),
      name: Erasable.describe('`erased` where the person was erased; absent where it was never recorded.'),
      email: Erasable,
      phone: Erasable,
    }),
  ),
});

/** Who may sign for an organisation, and how to reach them. What is personal is opened here, for whoever may read the organisation, and kept nowhere. */
export function signatoryReads({ app, seeing }: Pick<Reads, 'app' | 'seeing'>, { open }: Pick<Privacy, 'open'>): void {
  app.get(
    '/v1/organisations/:id/signatories',
    {
      schema: {
        operationId: 'organisations.signatories',
        tags: ['organisations'],
        summary: 'Who may sign for an organisation, with their names and how to reach them',
        description: 'For whoever may read the organisation. Each reading stands in the access journal.',
        params: z.object({ id: z.string() }),
        response: { 200: Signatories },
      },
    },
    async (request) => {
      const { id } = request.params;
      const account = accountOf(request);
      const { state, version } = await seeing.open(account, anOrganisation, id);
      const opened = await open(
        account.tenant,
        state.signatories.flatMap(({ name, contact }) => [name, contact?.email, contact?.phone]),
      );
      const signatories = state.signatories.map(({ person, power, from, until }, index) => {
        const [name, email, phone] = opened.slice(index * 3, index * 3 + 3);
        return { person, power, from, ...(until !== undefined && { until }), ...told({ name, email, phone }) };
      });
      return { organisation: id, version, signatories };
    },
  );
}

const told = (all: Readonly<Record<string, Opened>>): Readonly<Record<string, Exclude<Opened, undefined>>> =>
  Object.fromEntries(Object.entries(all).flatMap(([name, opened]) => (opened ? [[name, opened]] : [])));
