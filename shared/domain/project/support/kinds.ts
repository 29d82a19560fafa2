import { z } from 'zod';

/** What a project asks support for, and what is offered and given (DOMAIN §8). */
export const NeedKind = z.enum([
  'method',
  'cooperation',
  'institutional-support',
  'long-term-funding',
  'economic-model',
  'legal-form',
  'derogation',
  'research',
  'recognition-of-value',
]);
export type NeedKind = z.output<typeof NeedKind>;
