import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Day } from '../kernel/time.ts';

/** What a service account can be let do. Its token has to ask for it as well (`scope`). */
export const ServiceScope = z.enum(['read-projects', 'read-money', 'read-journal', 'record-payments']);
export type ServiceScope = z.output<typeof ServiceScope>;

export const ServiceAdmitted = decision(
  'service-admitted',
  1,
  z.strictObject({ service: PersonId, scopes: z.array(ServiceScope).min(1).max(10), until: Day.optional() }),
);
export const ServiceDismissed = decision('service-dismissed', 1, z.strictObject({ service: PersonId }));

export interface Service {
  readonly scopes: readonly ServiceScope[];
  readonly until?: string;
}
export type Services = Readonly<Record<string, Service>>;

/** Programs of others that act here under a name of their own (OAuth client credentials). */
export const services = facet({} as Services, [ServiceAdmitted, ServiceDismissed], {
  'service-admitted': (all, { service, scopes, until }) => ({ ...all, [service]: { scopes, ...(until !== undefined && { until }) } }),
  'service-dismissed': (all, { service }) => Object.fromEntries(Object.entries(all).filter(([known]) => known !== service)),
});

export const serviceIn = (all: Services, id: string): Service | undefined => (Object.hasOwn(all, id) ? all[id] : undefined);

/** What a service is let do on a day. */
export function scopesOn(all: Services, id: string, day: string): readonly ServiceScope[] {
  const { scopes = [], until } = serviceIn(all, id) ?? {};
  return until !== undefined && until < day ? [] : scopes;
}
