import { z } from 'zod';
import { PersonId, Text } from '../kernel/actor.ts';
import { type Asked, commandsOf, type Known, type Load } from '../kernel/command.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { grant, type Roles, revoke } from '../kernel/role.ts';
import { type StateOf, streamKind } from '../kernel/stream-kind.ts';
import { delegations } from '../people/delegations.ts';
import { invitations } from '../people/invitations.ts';
import { mandates, RoleGranted, RoleRevoked } from '../people/roles.ts';
import { accounts } from './accounts.ts';
import { aids } from './aid.ts';
import { declarations } from './declarations.ts';
import { erasures } from './erasure/erasures.ts';
import { identification } from './identification.ts';
import { services } from './services.ts';
import { signatories } from './signatories.ts';
import { undertaking } from './undertaking.ts';

export const OrganisationRegistered = decision('organisation-registered', 1, z.strictObject({ name: Text, administrator: PersonId }));

const identity = facet({ registered: false } as { registered: boolean; name?: Text }, [OrganisationRegistered], {
  'organisation-registered': (_, { name }) => ({ registered: true, name }),
});

const roles = facet({} as Roles, [OrganisationRegistered, RoleGranted, RoleRevoked], {
  'organisation-registered': (all, { administrator }) => grant(all, administrator, 'administrator'),
  'role-granted': (all, { person, role }) => grant(all, person, role),
  'role-revoked': (all, { person, role }) => revoke(all, person, role),
});

/** An organisation. The one with the id `authority` is the administration that runs the tenant's programmes; roles granted in it hold in all of them. */
export const organisation = streamKind('organisation', {
  identity,
  roles,
  mandates,
  delegations,
  invitations,
  services,
  identification,
  accounts,
  signatories,
  declarations,
  aids,
  undertaking,
  erasures,
});
export type Organisation = StateOf<typeof organisation>;

/** The id of the organisation whose roles hold in the whole tenant. */
export const AUTHORITY = 'authority';

/** What the rules of an organisation know: the authority, whose roles hold in all. */
export interface OrganisationKnown extends Known {
  readonly authority: Organisation;
}

export const organisationCommand = commandsOf(
  organisation,
  async (state: Organisation, { id }: Asked<unknown>, load: Load): Promise<OrganisationKnown> => ({
    authority: id === AUTHORITY ? state : await load<Organisation>(organisation, AUTHORITY),
  }),
);
