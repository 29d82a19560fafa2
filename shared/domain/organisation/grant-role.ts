import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { Role } from '../kernel/role.ts';
import { notGranted, whyNotGranted } from '../people/granting.ts';
import { authorityDay } from '../people/people.ts';
import { Limits, RoleGranted } from '../people/roles.ts';
import { organisationCommand } from './organisation.ts';

export const grantRole = organisationCommand({
  name: 'grant-role',
  says: { en: 'Grant a role', fr: 'Attribuer un rôle' },
  about:
    'Gives a person a role in the organisation, at once and until its last day where one is given. In the authority it holds in every programme of the tenant. A role held already can be granted anew, to change its last day.',
  data: z.strictObject({ person: PersonId, role: Role, ...Limits.shape }),
  example: { person: 'reviewer-1', role: 'reviewer' },
  refuses: notGranted,

  decide: (state, { data, at }) => whyNotGranted(state, data, authorityDay(at)) ?? RoleGranted(data),
});
