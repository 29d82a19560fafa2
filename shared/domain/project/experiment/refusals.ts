import { explained } from '../../kernel/explained.ts';

/** Refusals on key functions, protocols and their cycles. */
export const experimentRefusals = explained({
  'key-function-in-use': {
    status: 409,
    en: 'Hypotheses rest on these key functions, so they stay: {keyFunctions}.',
    fr: 'Des hypothèses reposent sur ces fonctions clés, qui sont donc conservées : {keyFunctions}.',
  },
  'key-function-unknown': {
    status: 422,
    en: 'Not among the key functions: {keyFunctions}. Name them in the project and in the protocol first.',
    fr: 'Absentes des fonctions clés : {keyFunctions}. Identifiez-les d’abord dans le projet et dans le protocole.',
  },
  'protocol-already-open': {
    status: 409,
    en: 'The protocol {protocol} is open already: revise it, or give the new one another id.',
    fr: 'Le protocole {protocol} est déjà ouvert : modifiez-le, ou donnez au nouveau un autre identifiant.',
  },
  'protocol-unknown': {
    status: 422,
    en: 'No protocol {protocol} was opened: open it first.',
    fr: 'Aucun protocole {protocol} n’est ouvert : ouvrez-le d’abord.',
  },
  'hypothesis-already-planned': {
    status: 409,
    en: 'A cycle took up {hypothesis}: what is tested stays as it is. Formulate another hypothesis.',
    fr: 'Un cycle porte déjà sur {hypothesis} : ce qui est testé ne change plus. Formulez une autre hypothèse.',
  },
  'cycle-not-shared': {
    status: 409,
    en: 'Cycle {cycle} is under way: conclude its hypotheses and share its results first.',
    fr: 'Le cycle {cycle} est en cours : concluez sur ses hypothèses et mettez d’abord ses résultats en discussion.',
  },
  'hypothesis-unknown': {
    status: 422,
    en: 'Not formulated in this protocol: {hypotheses}. Formulate them first.',
    fr: 'Non formulées dans ce protocole : {hypotheses}. Formulez-les d’abord.',
  },
  'hypothesis-already-concluded': {
    status: 409,
    en: 'Already concluded: {hypotheses}. Formulate a new hypothesis to go further.',
    fr: 'Déjà conclues : {hypotheses}. Formulez une nouvelle hypothèse pour aller plus loin.',
  },
  'hypothesis-without-tool': {
    status: 422,
    en: 'No tool tests {hypotheses}: steps 2 and 3 go together, add a tool for each.',
    fr: 'Aucun outil ne teste {hypotheses} : les étapes 2 et 3 vont ensemble, ajoutez un outil pour chacune.',
  },
  'hypothesis-not-under-test': {
    status: 409,
    en: 'No cycle under way tests {hypothesis}: plan one first.',
    fr: 'Aucun cycle en cours ne teste {hypothesis} : planifiez-en un d’abord.',
  },
  'observed-in-the-future': {
    status: 422,
    en: 'An observation is recorded once it was made: {observedOn} is still to come.',
    fr: 'Une observation se consigne une fois faite : le {observedOn} est à venir.',
  },
  'hypothesis-not-observed': {
    status: 409,
    en: 'This cycle recorded no observation of {hypothesis}: record what was seen first.',
    fr: 'Ce cycle ne compte aucune observation sur {hypothesis} : consignez d’abord ce qui a été vu.',
  },
  'criteria-not-answered': {
    status: 422,
    en: 'Say of each criterion of the hypothesis, once, what was found: {criteria} are missing, repeated or not among them.',
    fr: 'Indiquez pour chaque critère de l’hypothèse, une fois, ce qui est constaté : {criteria} manquent, se répètent ou n’en font pas partie.',
  },
  'result-against-criteria': {
    status: 422,
    en: 'The criteria do not bear the result {result}: validated needs every criterion met, refuted one that is not met.',
    fr: 'Les critères ne portent pas le résultat {result} : une validation suppose tous les critères remplis, une réfutation au moins un critère non rempli.',
  },
  'no-cycle-under-way': {
    status: 409,
    en: 'The protocol {protocol} has no cycle under way: plan one first.',
    fr: 'Le protocole {protocol} n’a pas de cycle en cours : planifiez-en un d’abord.',
  },
  'hypotheses-not-concluded': {
    status: 409,
    en: 'Conclude these hypotheses first: {hypotheses}. Inconclusive is a result too.',
    fr: 'Concluez d’abord sur ces hypothèses : {hypotheses}. Un résultat non concluant en est un aussi.',
  },
});
