import { explained } from '../../kernel/explained.ts';

/** Refusals on reviews and conflicts of interest. */
export const reviewRefusals = explained({
  'reviewer-left': {
    status: 409,
    en: '{reviewer} declined this review or was released from it: ask somebody else.',
    fr: '{reviewer} a renoncé à cette évaluation ou en est déchargé : demandez-la à une autre personne.',
  },
  'review-not-awaited': {
    status: 409,
    en: 'No review is awaited from {reviewer}: assign them first.',
    fr: 'Aucune évaluation n’est attendue de {reviewer} : désignez d’abord cette personne.',
  },
  'review-date-not-later': {
    status: 422,
    en: 'Give a date that is to come and later than the one set, {dueOn}.',
    fr: 'Donnez une date à venir, postérieure à celle qui est fixée ({dueOn}).',
  },
  'reviews-awaited': {
    status: 409,
    en: 'A consensus needs every review: {missing} missing, awaited from: {reviewers}. Wait for them, or release those reviewers and assign others.',
    fr: 'Un consensus suppose toutes les évaluations : il en manque {missing}, attendues de : {reviewers}. Attendez-les, ou déchargez ces évaluateurs et désignez-en d’autres.',
  },
  'reviews-agree': {
    status: 409,
    en: 'The reviews do not differ so widely that a consensus is called for, or it is already recorded.',
    fr: 'Les évaluations ne s’écartent pas au point d’appeler un consensus, ou celui-ci est déjà consigné.',
  },
  'nothing-to-judge': {
    status: 409,
    en: 'A conflict of interest is declared from the submission of the application to the end of the project (stage: {stage}).',
    fr: 'Un conflit d’intérêts se déclare du dépôt de la candidature à la fin du projet (étape : {stage}).',
  },
  'nothing-to-reassess': {
    status: 409,
    en: 'Nothing that {person} took part in waits for reassessment.',
    fr: 'Rien de ce à quoi {person} a pris part n’attend de réexamen.',
  },
  'decided-by-the-same-person': {
    status: 403,
    en: 'Whoever took part in the decision concerned cannot look at it again: another person has to.',
    fr: 'Qui a pris part à la décision concernée ne peut pas la réexaminer : une autre personne doit s’en charger.',
  },
  'conflict-unsettled': {
    status: 409,
    en: 'A late conflict of interest has reopened the selection of this application: have it confirmed or corrected first.',
    fr: 'Un conflit d’intérêts tardif a rouvert la sélection de cette candidature : faites-la d’abord confirmer ou corriger.',
  },
});
