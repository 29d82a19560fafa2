import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { Role } from '../kernel/role.ts';
import { notGranted, whyNotGranted } from '../people/granting.ts';
import { Limits, RoleGranted } from '../people/roles.ts';
import { callCommand, today } from './call.ts';

export const grantCallRole = callCommand({
  name: 'grant-role',
  says: { en: 'Grant a role in the call', fr: 'Attribuer un rôle dans l’appel' },
  about: 'Gives a person a role in this call only, and on the projects that answer it, at once and until its last day where one is given.',
  data: z.strictObject({ person: PersonId, role: Role, ...Limits.shape }),
  example: { person: 'reviewer-1', role: 'reviewer' },
  refuses: notGranted,

  decide: (state, { data, at }, known) => whyNotGranted(state, data, today(known, at)) ?? RoleGranted(data),
});
