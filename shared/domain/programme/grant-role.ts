import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { Role } from '../kernel/role.ts';
import { dayOf } from '../kernel/time.ts';
import { notGranted, whyNotGranted } from '../people/granting.ts';
import { Limits, RoleGranted } from '../people/roles.ts';
import { programmeCommand } from './programme.ts';

export const grantProgrammeRole = programmeCommand({
  name: 'grant-role',
  says: { en: 'Grant a role in the programme', fr: 'Attribuer un rôle dans le programme' },
  about: 'Gives a person a role in this programme only: in its calls and in their projects, at once and until its last day where one is given.',
  data: z.strictObject({ person: PersonId, role: Role, ...Limits.shape }),
  example: { person: 'reviewer-1', role: 'reviewer' },
  refuses: notGranted,

  decide: (state, { data, at }) => whyNotGranted(state, data, dayOf(at, state.identity.timeZone)) ?? RoleGranted(data),
});
