import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';

/** A signature under the minutes (procès-verbal). With the second one they are final, and every avis stands on its project. */
export const MinutesSigned = decision('minutes-signed', 1, z.strictObject({ signatory: PersonId, final: z.boolean() }));

/** Who signed the minutes. */
export const minutes = facet([] as readonly string[], [MinutesSigned], { 'minutes-signed': (all, { signatory }) => [...all, signatory] });
