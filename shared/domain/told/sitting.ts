import type { Told } from './told.ts';

/** Decisions on sittings of the committee, as a line in a list. */
export const sitting = {
  'sitting-convened': { en: 'Committee convened', fr: 'Comité convoqué' },
  'sitting-adjourned': { en: 'Sitting adjourned', fr: 'Séance reportée' },
  'sitting-cancelled': { en: 'Sitting cancelled', fr: 'Séance annulée' },
  'sitting-opened': { en: 'Sitting opened', fr: 'Séance ouverte' },
  'proxy-given': { en: 'Proxy given', fr: 'Pouvoir donné' },
  'no-interest-declared': { en: 'Absence of interests declared', fr: 'Absence d’intérêts déclarée' },
  'member-recused': { en: 'Member recused from an item', fr: 'Déport d’un membre sur un point' },
  'applicant-heard': { en: 'Applicant heard', fr: 'Candidat auditionné' },
  'vote-cast': { en: 'Vote cast', fr: 'Vote exprimé' },
  'item-concluded': { en: 'Item concluded', fr: 'Point conclu' },
  'minutes-signed': { en: 'Minutes signed', fr: 'Procès-verbal signé' },
} satisfies Told;
