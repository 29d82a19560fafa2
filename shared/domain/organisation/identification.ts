import { z } from 'zod';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';

/** By what an organisation is known to the public registers, and what it is in law. */
export const Identification = z.strictObject({
  /** The number of its establishment in the register of enterprises (SIRENE). */
  siret: z
    .string()
    .regex(/^\d{14}$/, 'a SIRET is 14 digits without spaces')
    .optional(),
  /** Its number in the register of associations; the third character is a letter in Corsica and overseas. */
  rna: z
    .string()
    .regex(/^W\d[\dA-Z]\d{7}$/, 'an RNA number is W and nine characters, without spaces')
    .optional(),
  /** There is none for a natural person: the log holds no personal data, and a sole trader has no account here. */
  category: z.enum(['association', 'company', 'public', 'cooperative', 'foundation', 'other']),
});
export type Identification = Readonly<z.output<typeof Identification>>;

export const OrganisationIdentified = decision('organisation-identified', 1, Identification);

/** As it was last identified; absent before. */
export const identification = facet(undefined as Identification | undefined, [OrganisationIdentified], {
  'organisation-identified': (_, identified) => identified,
});
