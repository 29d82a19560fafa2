import type { Told } from './told.ts';

/** Decisions on calls and their registers, as a line in a list. */
export const call = {
  'call-drafted': { en: 'Call drafted', fr: 'Appel préparé' },
  'call-published': { en: 'Call published', fr: 'Appel publié' },
  'call-opened': { en: 'Call opened', fr: 'Appel ouvert' },
  'call-closed': { en: 'Call closed', fr: 'Appel clos' },
  'call-amended': { en: 'Call amended', fr: 'Appel modifié' },
  'call-cancelled': { en: 'Call cancelled', fr: 'Appel annulé' },
  'question-asked': { en: 'Question asked', fr: 'Question posée' },
  'question-answered': { en: 'Question answered', fr: 'Réponse donnée à une question' },
  'committee-convened': { en: 'Committee convened to the call', fr: 'Comité convoqué pour l’appel' },
  'committee-called-off': { en: 'Sitting on the call called off', fr: 'Séance sur l’appel annulée' },
  'tie-settled': { en: 'Tie settled by the chair', fr: 'Ex æquo départagés par la présidence' },
  'selection-concluded': { en: 'Selection concluded', fr: 'Sélection conclue' },
  'promoted-from-reserve': { en: 'Application promoted from the reserve list', fr: 'Candidature promue de la liste complémentaire' },
  'reserve-closed': { en: 'Reserve list closed', fr: 'Liste complémentaire close' },
  'award-returned': { en: 'Money returned to the envelope', fr: 'Crédits rendus à l’enveloppe' },
  'reserve-drawn': { en: 'Envelope reserve drawn on', fr: 'Prélèvement sur la réserve de l’enveloppe' },
  'placed-in-reserve': { en: 'Application placed on the reserve list', fr: 'Candidature placée en liste complémentaire' },
  'results-published': { en: 'Results published', fr: 'Résultats publiés' },
  'closing-report-published': { en: 'Closing report published', fr: 'Bilan de l’appel publié' },
  'obligation-reminded': { en: 'Reminder of a deadline', fr: 'Rappel d’échéance' },
  'obligation-escalated': { en: 'Deadline missed, administrators alerted', fr: 'Échéance dépassée, gestionnaires alertés' },
  'application-registered': { en: 'Application entered in the register', fr: 'Candidature inscrite au registre' },
} satisfies Told;
