import { explained } from '../../kernel/explained.ts';

/** Refusals on applications, their reviews and their selection. */
export const applicationRefusals = explained({
  'call-unknown': { status: 422, en: 'There is no call {call}.', fr: 'L’appel {call} n’existe pas.' },
  'call-takes-no-applications': {
    status: 409,
    en: 'The call takes no applications now: it is open from {opensOn} to {closesOn}.',
    fr: 'L’appel ne reçoit pas de candidatures à ce jour : il est ouvert du {opensOn} au {closesOn}.',
  },
  'application-not-draft': {
    status: 409,
    en: 'The application was already handed in (stage: {stage}).',
    fr: 'La candidature est déjà déposée (étape : {stage}).',
  },
  'application-incomplete': {
    status: 422,
    en: 'Fill in these parts first: {missing}.',
    fr: 'Complétez d’abord ces parties : {missing}.',
  },
  'requested-above-maximum': {
    status: 422,
    en: 'The call grants at most {maxGrant} cents; the application asks for {requested}.',
    fr: 'L’appel accorde au plus {maxGrant} centimes ; la candidature en demande {requested}.',
  },
  'financing-not-balanced': {
    status: 422,
    en: 'The financing plan is not balanced: needs are {needs} cents, resources with the grant {resources}.',
    fr: 'Le plan de financement n’est pas équilibré : {needs} centimes de besoins, {resources} de ressources, aide comprise.',
  },
  'application-not-submitted': {
    status: 409,
    en: 'Eligibility is assessed once, after submission (stage: {stage}).',
    fr: 'L’éligibilité s’examine une fois, après le dépôt (étape : {stage}).',
  },
  'not-by-the-holder': {
    status: 403,
    en: 'Whoever holds the project cannot do this: another person has to.',
    fr: 'Le porteur du projet ne peut pas le faire : une autre personne doit s’en charger.',
  },
  'reasons-missing': { status: 422, en: 'Give at least one reason.', fr: 'Donnez au moins un motif.' },
  'no-answer-awaited': {
    status: 409,
    en: 'No answer is awaited: the application was answered, or the silence is already recorded (stage: {stage}).',
    fr: 'Aucune réponse n’est attendue : elle est donnée, ou le silence est déjà constaté (étape : {stage}).',
  },
  'time-to-answer-not-over': {
    status: 409,
    en: 'The time to answer lasts until the end of {lastDay}.',
    fr: 'Le délai de réponse court jusqu’à la fin du {lastDay}.',
  },
  'not-in-review': {
    status: 409,
    en: 'The application is not in review (stage: {stage}).',
    fr: 'La candidature n’est pas en cours d’évaluation (étape : {stage}).',
  },
  'reviewer-already-assigned': { status: 409, en: '{reviewer} is already assigned.', fr: '{reviewer} est déjà désigné.' },
  'reviewer-not-assigned': {
    status: 403,
    en: 'Only a reviewer assigned to this application can do this.',
    fr: 'Seul un évaluateur désigné pour cette candidature peut le faire.',
  },
  'conflict-of-interest': {
    status: 403,
    en: 'A conflict of interest was declared ({nature}): another reviewer is needed.',
    fr: 'Un conflit d’intérêts est déclaré ({nature}) : il faut un autre évaluateur.',
  },
  'conflict-already-declared': {
    status: 409,
    en: 'This conflict of interest is already declared ({nature}).',
    fr: 'Ce conflit d’intérêts est déjà déclaré ({nature}).',
  },
  'review-already-submitted': { status: 409, en: 'This review was already submitted.', fr: 'Cette évaluation est déjà remise.' },
  'criteria-not-scored': {
    status: 422,
    en: 'Give a mark for each of these criteria: {criteria}.',
    fr: 'Notez chacun de ces critères : {criteria}.',
  },
  'criteria-unknown': {
    status: 422,
    en: 'The policy has no such criteria, or they are marked twice: {criteria}.',
    fr: 'Le règlement n’a pas ces critères, ou ils sont notés deux fois : {criteria}.',
  },
});
