import { describe, it } from 'vitest';
import { by } from '../kernel/testing/given-when-then.ts';
import { admitService } from './admit-service.ts';
import { dismissService } from './dismiss-service.ts';
import { ServiceAdmitted, ServiceDismissed } from './services.ts';
import { association } from './testing/association.ts';

const administrator = by('administrator');
const accounting = { service: 'accounting', scopes: ['read-money' as const] };

describe('a service account', () => {
  it('is admitted by the authority, by no other organisation', () =>
    association.when(admitService, administrator, accounting).refuses('service-beside-the-authority'));

  it('is dismissed at once', () =>
    association
      .and(ServiceAdmitted(accounting))
      .when(dismissService, administrator, { service: 'accounting' })
      .decides(ServiceDismissed({ service: 'accounting' })));

  it('that was never admitted cannot be dismissed', () =>
    association.when(dismissService, administrator, { service: 'accounting' }).refuses('service-unknown'));
});
