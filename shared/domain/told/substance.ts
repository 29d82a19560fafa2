import type { Told } from './told.ts';

/** Decisions on what a project is about and what supports it, as a line in a list. */
export const substance = {
  'accompanier-named': { en: 'Accompanier named', fr: 'Accompagnateur désigné' },
  'accompanier-released': { en: 'Accompanier released', fr: 'Fin de mission d’un accompagnateur' },
  'need-stated': { en: 'Support need stated', fr: 'Besoin d’accompagnement exprimé' },
  'need-withdrawn': { en: 'Support need withdrawn', fr: 'Besoin d’accompagnement retiré' },
  'need-met': { en: 'Support need met', fr: 'Besoin d’accompagnement satisfait' },
  'support-offered': { en: 'Support offered', fr: 'Accompagnement proposé' },
  'support-recorded': { en: 'Support given', fr: 'Accompagnement réalisé' },
  'target-system-revised': { en: 'Target system revised', fr: 'Système social cible révisé' },
  'target-system-published': { en: 'Version of the target system published', fr: 'Version du système social cible publiée' },
  'key-functions-named': { en: 'Key functions named', fr: 'Fonctions clés désignées' },
  'protocol-opened': { en: 'Experimentation protocol opened', fr: 'Protocole d’expérimentation ouvert' },
  'protocol-revised': { en: 'Experimentation protocol revised', fr: 'Protocole d’expérimentation révisé' },
  'hypothesis-formulated': { en: 'Hypothesis formulated', fr: 'Hypothèse formulée' },
  'cycle-planned': { en: 'Cycle of trials planned', fr: 'Cycle d’expérimentation planifié' },
  'observation-recorded': { en: 'Observation recorded', fr: 'Observation consignée' },
  'hypothesis-concluded': { en: 'Hypothesis concluded', fr: 'Hypothèse conclue' },
  'cycle-results-shared': { en: 'Results of a cycle shared', fr: 'Résultats d’un cycle partagés' },
  'lesson-recorded': { en: 'Lesson recorded', fr: 'Enseignement consigné' },
  'lesson-published': { en: 'Lesson published', fr: 'Enseignement publié' },
  'lesson-withdrawn': { en: 'Lesson withdrawn', fr: 'Enseignement retiré' },
  'value-reviewed': { en: 'Value reviewed', fr: 'Valeur examinée' },
} satisfies Told;
