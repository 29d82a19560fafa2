import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { organisationCommand } from './organisation.ts';
import { ServiceDismissed, serviceIn } from './services.ts';

export const dismissService = organisationCommand({
  name: 'dismiss-service',
  says: { en: 'Dismiss a service account', fr: 'Révoquer un compte de service' },
  about: 'Takes every permission from a service account, at once, whatever tokens it still has.',
  data: z.strictObject({ service: PersonId }),
  example: { service: 'accounting' },
  refuses: ['service-unknown'],

  decide: ({ services }, { data }) => (serviceIn(services, data.service) ? ServiceDismissed(data) : refuse('service-unknown', data)),
});
