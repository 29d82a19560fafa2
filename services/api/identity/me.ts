import { type Asker, funderOf, rolesOf } from '@jalon/authorisation';
import type { CommandHandler } from '@jalon/command-handling';
import type { DecisionLog } from '@jalon/decision-log';
import { AUTHORITY, call, organisation, parseStream, programme } from '@jalon/domain';
import type { Clock } from '@jalon/runtime';
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
  siret: z.string().optional().describe('The establishment that they signed in for, as their identity provider says.'),
  roles: z.strictObject({
    authority: Roles.describe('Held everywhere.'),
    programmes: z.record(z.string(), Roles).describe('Held in a programme, by its id.'),
    calls: z.record(z.string(), Roles).describe('Held in a call, by its id.'),
  }),
  funder: z.string().optional().describe('The funder that they speak for.'),
  signedIn: z
    .strictObject({ provider: z.string(), at: z.iso.datetime().optional(), level: z.string().optional() })
    .optional()
    .describe('With a browser: at which provider, when they last proved who they are, and how strongly.'),
  until: z.iso.datetime().describe('When they have to sign in again at the latest.'),
});

/** Who am I, and what do I hold? */
export function meRoute(instance: FastifyInstance, log: Pick<DecisionLog, 'streams'>, loader: CommandHandler['loader'], clock: Clock): void {
  const namesOf = async (tenant: string, kind: string) => Object.keys(await log.streams(tenant, `${kind}-`)).map((stream) => parseStream(stream).id);
  instance
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/v1/me',
      { schema: { operationId: 'me.read', tags: ['me'], summary: 'Who you are here, and the roles that you hold', response: { 200: Me } } },
      async (request) => {
        const { tenant, actor, session, expires, authenticated, level } = accountOf(request);
        const load = loader(tenant);
        const at = clock().toISOString();
        const asker = (kind: string, id: string, state: object): Asker => ({ actor, kind, id, state, known: {}, at });
        const [authority, programmes, calls] = await Promise.all([
          load(organisation, AUTHORITY),
          Promise.all((await namesOf(tenant, programme.name)).map(async (id) => [id, asker(programme.name, id, await load(programme, id))] as const)),
          Promise.all((await namesOf(tenant, call.name)).map(async (id) => [id, asker(call.name, id, await load(call, id))] as const)),
        ]);
        const everywhere = asker(organisation.name, AUTHORITY, authority);
        const funder = [everywhere, ...programmes.map(([, here]) => here)].map(funderOf).find((one) => one !== undefined);
        return {
          tenant,
          actor,
          ...(session?.displayName !== undefined && { name: session.displayName }),
          ...(session?.siret !== undefined && { siret: session.siret }),
          roles: { authority: [...rolesOf(everywhere)], programmes: heldIn(programmes), calls: heldIn(calls) },
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

/** The roles held in things, by their ids; without those in which none is held. */
const heldIn = (things: readonly (readonly [string, Asker])[]): Record<string, string[]> => {
  const held = things.map(([id, asker]): [string, string[]] => [id, [...rolesOf(asker)]]);
  return Object.fromEntries(held.filter(([, roles]) => roles.length > 0));
};
