import type { Told } from './told.ts';

/** Decisions on applications, up to their eligibility, as a line in a list. */
export const intake = {
  'case-study-recorded': { en: 'Case study recorded', fr: 'Étude de cas enregistrée' },
  'application-started': { en: 'Application started', fr: 'Candidature commencée' },
  'application-revised': { en: 'Application revised', fr: 'Candidature complétée' },
  'piece-attached': { en: 'Document attached', fr: 'Pièce jointe' },
  'piece-removed': { en: 'Document removed', fr: 'Pièce retirée' },
  'member-added': { en: 'Member added to the consortium', fr: 'Membre ajouté au groupement' },
  'member-removed': { en: 'Member removed from the consortium', fr: 'Membre retiré du groupement' },
  'application-submitted': { en: 'Application submitted', fr: 'Candidature déposée' },
  'application-withdrawn': { en: 'Application withdrawn by the applicant', fr: 'Désistement du candidat' },
  'receipt-acknowledged': { en: 'Receipt acknowledged', fr: 'Accusé de réception délivré' },
  'completeness-confirmed': { en: 'File found complete', fr: 'Dossier reconnu complet' },
  'supplement-requested': { en: 'Missing documents asked for', fr: 'Pièces manquantes demandées' },
  'supplement-answered': { en: 'Missing documents provided', fr: 'Pièces manquantes fournies' },
  'supplement-missed': { en: 'Missing documents not provided in time', fr: 'Pièces manquantes non fournies dans le délai' },
  'supplement-closed': { en: 'Request for documents closed', fr: 'Demande de pièces close' },
  'declared-eligible': { en: 'Declared eligible', fr: 'Déclarée éligible' },
  'declared-ineligible': { en: 'Declared ineligible', fr: 'Déclarée inéligible' },
  'silence-recorded': { en: 'Implied refusal: time to answer over', fr: 'Refus implicite : délai de réponse écoulé' },
} satisfies Told;
