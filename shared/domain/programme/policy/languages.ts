import { z } from 'zod';

/** In which languages the programme speaks to people, the first being its own. */
export const languagesPart = {
  languages: z
    .array(z.enum(['fr', 'en']))
    .min(1)
    .max(2)
    .refine((languages) => new Set(languages).size === languages.length, 'each language is there once')
    .default(['fr', 'en']),
};
