import type { Text } from '@jalon/domain';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/** The same sentence in both languages. */
export const inBoth = (say: (language: 'fr' | 'en') => string): Text => ({ fr: say('fr'), en: say('en') });

/** An amount of cents, as it is written in each language. */
export const amountInWords = (cents: number, currency: string): Text =>
  inBoth((language) => new Intl.NumberFormat(locales[language], { style: 'currency', currency }).format(cents / 100));

/** A calendar day (`2027-03-01`), written out. */
export const dayInWords = (day: string): Text =>
  inBoth((language) => new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)));

export const phaseInWords = {
  concept: { fr: 'concept', en: 'concept' },
  pilot: { fr: 'pilote', en: 'pilot' },
  institutionalisation: { fr: 'institutionnalisation', en: 'institutionalisation' },
} as const;

export const trancheInWords = {
  advance: { fr: 'l’avance', en: 'the advance' },
  instalment: { fr: 'l’acompte', en: 'the instalment' },
  balance: { fr: 'le solde', en: 'the balance' },
} as const;

export const milestoneInWords = {
  reached: { fr: 'est atteint', en: 'is reached' },
  partly: { fr: 'est atteint en partie', en: 'is partly reached' },
  'not-reached': { fr: 'n’est pas encore atteint', en: 'is not reached yet' },
} as const;

export const gateInWords = {
  passage: { fr: 'passage à la phase suivante', en: 'passage to the next phase' },
  conditional: { fr: 'passage sous conditions', en: 'passage under conditions' },
  consolidation: { fr: 'consolidation dans la phase en cours', en: 'consolidation in the present phase' },
  return: { fr: 'retour à un niveau antérieur', en: 'return to an earlier phase' },
  pause: { fr: 'pause', en: 'pause' },
  'exit-with-shared-results': { fr: 'sortie avec partage des résultats', en: 'exit with results shared' },
} as const;
