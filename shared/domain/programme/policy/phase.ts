import { z } from 'zod';

/** The three phases of a project, in their order (DOMAIN §4). */
export const Phase = z.enum(['concept', 'pilot', 'institutionalisation']);
export type Phase = z.output<typeof Phase>;
