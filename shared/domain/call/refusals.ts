import { explained } from '../kernel/explained.ts';

/** Refusals on calls and their selection. */
export const callRefusals = explained({
  'programme-unknown': {
    status: 422,
    en: 'There is no programme {programme}: create it first.',
    fr: 'Le programme {programme} n’existe pas : créez-le d’abord.',
  },
  'funder-unknown': {
    status: 422,
    en: 'These funders do not co-fund the programme: {funders}. Add them to the programme first.',
    fr: 'Ces financeurs ne cofinancent pas le programme : {funders}. Ajoutez-les d’abord au programme.',
  },
  'funder-listed-twice': {
    status: 422,
    en: 'Each funder is listed once in the envelope: {funders} is there twice.',
    fr: 'Chaque financeur figure une seule fois dans l’enveloppe : {funders} y est deux fois.',
  },
  'call-dates-out-of-order': {
    status: 422,
    en: 'A call opens, closes, then selects: {opensOn}, {closesOn}, {selectionOn} are not in this order.',
    fr: 'Un appel ouvre, ferme, puis sélectionne : {opensOn}, {closesOn}, {selectionOn} ne sont pas dans cet ordre.',
  },
  'call-not-draft': {
    status: 409,
    en: 'The call is no longer a draft (stage: {stage}).',
    fr: 'L’appel n’est plus en préparation (étape : {stage}).',
  },
  'closing-day-over': {
    status: 422,
    en: 'The closing day, {closesOn}, is over: draft a call with later dates.',
    fr: 'Le jour de clôture, {closesOn}, est passé : préparez un appel à des dates ultérieures.',
  },
  'call-not-published': {
    status: 409,
    en: 'Only a published call that has not opened yet can open (stage: {stage}).',
    fr: 'Seul un appel publié et pas encore ouvert peut ouvrir (étape : {stage}).',
  },
  'opening-day-to-come': { status: 409, en: 'The call opens on {opensOn}.', fr: 'L’appel ouvre le {opensOn}.' },
  'call-not-open': { status: 409, en: 'The call is not open (stage: {stage}).', fr: 'L’appel n’est pas ouvert (étape : {stage}).' },
  'closing-day-not-over': {
    status: 409,
    en: 'Applications are in time until the end of {closesOn}: the call closes after it, or earlier when you give the reason (earlyBecause).',
    fr: 'Les candidatures sont recevables jusqu’à la fin du {closesOn} : l’appel se clôt ensuite, ou plus tôt si vous en donnez la raison (earlyBecause).',
  },
  'call-not-closed': {
    status: 409,
    en: 'The selection is concluded once, after the call has closed (stage: {stage}).',
    fr: 'La sélection se conclut une fois, après la clôture de l’appel (étape : {stage}).',
  },
  'eligibility-not-assessed': {
    status: 409,
    en: 'The eligibility of these applications is not assessed yet: {applications}.',
    fr: 'L’éligibilité de ces candidatures n’est pas encore examinée : {applications}.',
  },
  'reviews-missing': {
    status: 409,
    en: 'Reviews are missing, by application: {missing}. Assign reviewers, or wait for those assigned; two that differ widely call for one more.',
    fr: 'Il manque des évaluations, par candidature : {missing}. Désignez des évaluateurs ou attendez ceux qui le sont ; deux avis éloignés en appellent un de plus.',
  },
  'criteria-not-marked': {
    status: 409,
    en: 'Some reviews do not mark every criterion of the policy in force: {applications}. Have their reviewers submit them again.',
    fr: 'Des évaluations ne notent pas tous les critères du règlement en vigueur : {applications}. Faites-les remettre à nouveau.',
  },
});
