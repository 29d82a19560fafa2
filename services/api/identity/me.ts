import { funderOf, rolesOf } from '@jalon/authorisation';
import type { CommandHandler } from '@jalon/command-handling';
import type { DecisionLog } from '@jalon/decision-log';
import { AUTHORITY, organisation, parseStream, programme } from '@jalon/domain';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountOf } from './gate.ts';

const Roles = z.array(z.string());

/** Who asks, as Jalon knows them. */
const Me = z.strictObject({
  tenant: z.string(),
  actor: z.strictObject({ kind: z.enum(['person', 'service', 'process', 'import']), id: z.string() }),
  name: z.string().optional().describe('What to call them, as their identity provider says.'),
  roles: z.strictObject({
    authority: Roles.describe('Held everywhere.'),
    programmes: z.record(z.string(), Roles).describe('Held in a programme, by its id.'),
  }),
  funder: z.string().optional().describe('The funder that they speak for.'),
  signedIn: z
    .strictObject({ provider: z.string(), at: z.iso.datetime().optional(), level: z.string().optional() })
    .optional()
    .describe('With a browser: at which provider, when they last proved who they are, and how strongly.'),
  until: z.iso.datetime().describe('When they have to sign in again at the latest.'),
});

/** Who am I, and what do I hold? */
export function meRoute(instance: FastifyInstance, log: Pick<DecisionLog, 'streams'>, loader: CommandHandler['loader']): void {
  instance
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/v1/me',
      { schema: { operationId: 'me.read', tags: ['me'], summary: 'Who you are here, and the roles that you hold', response: { 200: Me } } },
      async (request) => {
        const { tenant, actor, session, expires, authenticated, level } = accountOf(request);
        const load = loader(tenant);
        const [authority, streams] = await Promise.all([load(organisation, AUTHORITY), log.streams(tenant, `${programme.name}-`)]);
        const held = (kind: string, id: string, state: object, known: Parameters<typeof rolesOf>[0]['known']) => [
          ...rolesOf({ actor, kind, id, state, known }),
        ];
        const everywhere = held(organisation.name, AUTHORITY, authority, {});
        const programmes = await Promise.all(
          Object.keys(streams).map(async (stream) => {
            const { id } = parseStream(stream);
            return [id, held(programme.name, id, await load(programme, id), {})] as const;
          }),
        );
        const funder = funderOf(actor.id, [...everywhere, ...programmes.flatMap(([, roles]) => roles)]);
        return {
          tenant,
          actor,
          ...(session?.displayName !== undefined && { name: session.displayName }),
          roles: { authority: everywhere, programmes: Object.fromEntries(programmes.filter(([, roles]) => roles.length > 0)) },
          ...(funder !== undefined && { funder }),
          ...(session && {
            signedIn: {
              provider: session.provider,
              ...(authenticated !== undefined && { at: new Date(authenticated * 1000).toISOString() }),
              ...(level !== undefined && { level }),
            },
          }),
          until: new Date(expires * 1000).toISOString(),
        };
      },
    );
}
