import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { Day } from '../kernel/time.ts';
import { authorityDay } from '../people/people.ts';
import { AUTHORITY, organisationCommand } from './organisation.ts';
import { ServiceAdmitted, ServiceScope } from './services.ts';

export const admitService = organisationCommand({
  name: 'admit-service',
  says: { en: 'Admit a service account', fr: 'Admettre un compte de service' },
  about:
    'Lets a program act under a name of its own (OAuth client credentials), for what is named here and its token asks for too. In the authority alone; admitting it anew changes what it may do.',
  data: z.strictObject({ service: PersonId, scopes: z.array(ServiceScope).min(1).max(10), until: Day.optional() }),
  example: { service: 'accounting', scopes: ['read-money', 'record-payments'] },
  refuses: ['service-beside-the-authority', 'role-ends-before-today'],

  decide(_, { id, data, at }) {
    const today = authorityDay(at);
    if (id !== AUTHORITY) return refuse('service-beside-the-authority');
    if (data.until !== undefined && data.until < today) return refuse('role-ends-before-today', { until: data.until, today });
    return ServiceAdmitted({ ...data, scopes: [...new Set(data.scopes)] });
  },
});
