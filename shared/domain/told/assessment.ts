import type { Told } from './told.ts';

/** Decisions on the assessment of applications, up to what becomes of them, as a line in a list. */
export const assessment = {
  'reviewer-assigned': { en: 'Reviewer assigned', fr: 'Évaluateur désigné' },
  'review-declined': { en: 'Review declined', fr: 'Évaluation déclinée' },
  'reviewer-released': { en: 'Reviewer released', fr: 'Évaluateur dessaisi' },
  'review-extended': { en: 'Time to review extended', fr: 'Délai d’évaluation prolongé' },
  'conflict-declared': { en: 'Conflict of interest declared', fr: 'Conflit d’intérêts déclaré' },
  'confirmed-after-conflict': {
    en: 'Decision confirmed after a late conflict of interest',
    fr: 'Décision confirmée après un conflit d’intérêts tardif',
  },
  'review-submitted': { en: 'Review submitted', fr: 'Évaluation remise' },
  'consensus-recorded': { en: 'Consensus of reviewers recorded', fr: 'Consensus des évaluateurs enregistré' },
  'avis-given': { en: 'Committee’s opinion given', fr: 'Avis du comité rendu' },
  'application-selected': { en: 'Application selected', fr: 'Candidature sélectionnée' },
  'application-reserved': { en: 'Application on the reserve list', fr: 'Candidature en liste complémentaire' },
  'application-not-selected': { en: 'Application not selected', fr: 'Candidature non retenue' },
  'reserve-expired': { en: 'Not selected: the reserve list was closed', fr: 'Non retenue : la liste complémentaire est close' },
  'cancelled-with-call': { en: 'Ended with the call, which was cancelled', fr: 'Close avec l’appel, annulé' },
  'outcome-notified': { en: 'Outcome notified to the applicant', fr: 'Décision notifiée au candidat' },
  'appeal-lodged': { en: 'Appeal lodged', fr: 'Recours gracieux déposé' },
  'appeal-decided': { en: 'Appeal decided', fr: 'Recours gracieux tranché' },
  'appeal-silence-recorded': { en: 'Appeal rejected by silence', fr: 'Recours gracieux rejeté par silence' },
  'appeal-window-closed': { en: 'Time to appeal over: the decision is final', fr: 'Délai de recours écoulé : décision définitive' },
  'outcome-corrected': { en: 'Outcome corrected from its original date', fr: 'Décision corrigée à sa date d’origine' },
} satisfies Told;
