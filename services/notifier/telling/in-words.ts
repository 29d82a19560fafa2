import type { Text } from '@jalon/domain';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/** The same sentence in both languages. */
export const inBoth = (say: (language: 'fr' | 'en') => string): Text => ({ fr: say('fr'), en: say('en') });

/** An amount of cents, as it is written in each language. */
export const amountInWords = (cents: number, currency: string): Text =>
  inBoth((language) => new Intl.NumberFormat(locales[language], { style: 'currency', currency }).format(cents / 100));

/** A part in basis points, as a percentage. */
export const partInWords = (basisPoints: number): Text =>
  inBoth((language) => new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000));

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
  consolidation: { fr: 'le versement de consolidation', en: 'the payment for consolidation' },
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

export const appealInWords = {
  upheld: { fr: 'accueilli', en: 'upheld' },
  rejected: { fr: 'rejeté', en: 'rejected' },
} as const;

export const correctedInWords = {
  eligible: { fr: 'recevable, l’instruction se poursuit', en: 'eligible, its examination goes on' },
  selected: { fr: 'sélectionné, chaque financeur décide maintenant de sa part', en: 'selected, each funder now decides on its share' },
  'not-selected': { fr: 'non retenu', en: 'not selected' },
} as const;

export const causeInWords = {
  fault: { fr: 'pour manquement', en: 'for breach' },
  'common-accord': { fr: 'd’un commun accord', en: 'by common accord' },
  'holder-withdrew': { fr: 'à la demande du porteur', en: 'at the holder’s wish' },
  'award-withdrawn': { fr: 'après retrait de l’aide', en: 'after the award was withdrawn' },
} as const;

export const correctionInWords = {
  none: { fr: 'sans suite', en: 'with nothing to correct' },
  recovery: { fr: 'par reversement', en: 'by recovery' },
  'set-off': { fr: 'par déduction des paiements à venir', en: 'taken off payments to come' },
} as const;

export const waiverInWords = {
  remission: { fr: 'remise gracieuse', en: 'remission' },
  irrecoverable: { fr: 'admission en non-valeur', en: 'irrecoverable' },
} as const;

export const irregularityInWords = {
  corrected: { fr: 'corrigée', en: 'corrected' },
  unfounded: { fr: 'non fondée', en: 'unfounded' },
  'handed-to-the-prosecutor': { fr: 'transmise au parquet', en: 'handed to the prosecutor' },
} as const;

/** What a funder can have to do. */
const obligations: Readonly<Record<string, Text>> = {
  'decide-funding': { fr: 'votre décision sur votre part du financement est attendue', en: 'your decision on your share of the funding is awaited' },
};

/** What is due, for the funder that has to do it. */
export const obligationInWords = (kind: string): Text =>
  obligations[kind] ?? { fr: 'une décision de votre part est attendue', en: 'a decision of yours is awaited' };
