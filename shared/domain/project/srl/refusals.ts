import { explained } from '../../kernel/explained.ts';

/** Refusals on SRL reviews. */
export const srlRefusals = explained({
  'srl-review-open': {
    status: 409,
    en: 'SRL review {review} is open: conclude it first.',
    fr: 'La revue SRL {review} est ouverte : concluez-la d’abord.',
  },
  'srl-review-not-open': { status: 409, en: 'No SRL review is open.', fr: 'Aucune revue SRL n’est ouverte.' },
  'srl-levels-incomplete': {
    status: 422,
    en: 'Assess every level from 1 up to the one claimed, each once: {levels} missing, repeated or beyond it.',
    fr: 'Appréciez chaque niveau de 1 au niveau visé, une fois chacun : {levels} manquent, se répètent ou le dépassent.',
  },
  'srl-not-assessed': {
    status: 409,
    en: 'An assessor has to assess the levels before the review is concluded.',
    fr: 'Un évaluateur doit apprécier les niveaux avant la conclusion de la revue.',
  },
  'consolidation-plan-incomplete': {
    status: 422,
    en: 'The consolidation plan has to say what is done for each level to consolidate, and only for levels that are not consolidated: {levels}.',
    fr: 'Le plan de consolidation traite chaque niveau à consolider, et seulement des niveaux qui ne sont pas consolidés : {levels}.',
  },
  'srl-review-still-in-time': {
    status: 409,
    en: 'The review can be concluded until the end of {lapsesOn}: it is missed after that.',
    fr: 'La revue peut être conclue jusqu’à la fin du {lapsesOn} : elle est manquée ensuite.',
  },
  'srl-request-pending': {
    status: 409,
    en: 'A review was already requested and awaits its answer: wait for it.',
    fr: 'Une revue est déjà demandée et attend sa réponse : attendez-la.',
  },
  'srl-not-requested': { status: 409, en: 'No request for an SRL review awaits an answer.', fr: 'Aucune demande de revue SRL n’attend de réponse.' },
  'accompanies-the-project': {
    status: 403,
    en: 'Whoever accompanies a project, or did, assesses nothing of it: another assessor has to.',
    fr: 'Qui accompagne un projet, ou l’a accompagné, n’en évalue rien : un autre évaluateur doit le faire.',
  },
  'srl-assessors-complete': {
    status: 409,
    en: 'Two assessors already assess this review: only they can correct what they found.',
    fr: 'Deux évaluateurs apprécient déjà cette revue : eux seuls peuvent corriger leur appréciation.',
  },
  'srl-assessor-missing': {
    status: 409,
    en: 'The policy asks for two assessors in this phase: a second person has to assess the levels.',
    fr: 'Le règlement demande deux évaluateurs dans cette phase : une seconde personne doit apprécier les niveaux.',
  },
  'srl-not-reconciled': {
    status: 409,
    en: 'The two assessments differ on these levels: {levels}. Reconcile them first.',
    fr: 'Les deux appréciations divergent sur ces niveaux : {levels}. Conciliez-les d’abord.',
  },
  'srl-assessments-agree': {
    status: 409,
    en: 'There are not two assessments that differ: nothing is to be reconciled.',
    fr: 'Il n’y a pas deux appréciations divergentes : rien n’est à concilier.',
  },
  'srl-differences-unsettled': {
    status: 422,
    en: 'Settle each level on which the two assessments differ, once, and no other: {levels}.',
    fr: 'Tranchez chaque niveau sur lequel les deux appréciations divergent, une fois, et aucun autre : {levels}.',
  },
  'srl-beyond-assessments': {
    status: 422,
    en: 'What is agreed lies between what the two assessors found: {levels} do not.',
    fr: 'L’accord se situe entre les deux appréciations : ce n’est pas le cas de {levels}.',
  },
  'consolidation-line-unknown': {
    status: 422,
    en: 'The plan of the last concluded review has no line {line}.',
    fr: 'Le plan de la dernière revue conclue n’a pas de ligne {line}.',
  },
  'consolidation-confirmed': {
    status: 409,
    en: 'Line {line} of the plan is confirmed: nothing more is due on it.',
    fr: 'La ligne {line} du plan est confirmée : plus rien n’est attendu.',
  },
  'consolidation-reported': {
    status: 409,
    en: 'The report on line {line} waits for an assessor.',
    fr: 'Le compte rendu de la ligne {line} attend un évaluateur.',
  },
  'consolidation-not-reported': {
    status: 409,
    en: 'The holder has to report on line {line} of the plan first.',
    fr: 'Le porteur doit d’abord rendre compte de la ligne {line} du plan.',
  },
  'consolidation-day-needed': {
    status: 422,
    en: 'Say by which day, after today, it is to be consolidated.',
    fr: 'Indiquez pour quel jour, après ce jour, la consolidation est attendue.',
  },
  'work-unknown': {
    status: 422,
    en: 'The project has no work named “{work}”: name one of its application or of its target system.',
    fr: 'Le projet n’a pas de chantier « {work} » : nommez un chantier de la candidature ou du système cible.',
  },
  'assessor-already-named': {
    status: 409,
    en: '{assessor} assesses this project already: named to, or as a reviewer of its application.',
    fr: '{assessor} évalue déjà ce projet : par désignation, ou pour avoir évalué sa candidature.',
  },
  'not-an-assessor': {
    status: 409,
    en: '{assessor} does not assess this project.',
    fr: '{assessor} n’évalue pas ce projet.',
  },
});
