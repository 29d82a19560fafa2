import { z } from 'zod';
import { PersonId, Text } from '../kernel/actor.ts';
import { OrganisationRegistered, organisationCommand } from './organisation.ts';

export const registerOrganisation = organisationCommand({
  name: 'register-organisation',
  says: { en: 'Register an organisation', fr: 'Enregistrer une organisation' },
  about: 'Brings an organisation into being and names its first administrator. The one with the id `authority` runs the programmes of the tenant.',
  data: z.strictObject({ name: Text, administrator: PersonId }),
  example: { name: { fr: 'Région de démonstration', en: 'Demonstration region' }, administrator: 'administrator' },
  refuses: [],
  creates: true,

  decide: (_, { data }) => OrganisationRegistered(data),
});
