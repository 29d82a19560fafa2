import { explained } from '../../kernel/explained.ts';

/** Refusals on gates, their conditions, and the overlap of phases. */
export const phasesRefusals = explained({
  'gate-evidence-missing': {
    status: 409,
    en: 'The file of the gate into the phase {phase} still lacks: {missing}.',
    fr: 'Il manque encore au dossier de passage en phase {phase} : {missing}.',
  },
  'gate-already-prepared': {
    status: 409,
    en: 'The file of this gate was already put together on the review {review}: a new one needs a new review.',
    fr: 'Le dossier de ce passage est déjà établi sur la revue {review} : un nouveau suppose une nouvelle revue.',
  },
  'gate-avis-missing': {
    status: 409,
    en: 'The policy asks for the avis of the committee on this gate: put it on the agenda of a sitting first.',
    fr: 'Le règlement demande l’avis du comité sur ce passage : inscrivez-le d’abord à l’ordre du jour d’une séance.',
  },
  'departure-unreasoned': {
    status: 422,
    en: 'The avis of the committee does not lead on ({avis}). It does not bind: say why you depart from it.',
    fr: 'L’avis du comité ne va pas dans ce sens ({avis}). Il ne lie pas : indiquez pourquoi vous vous en écartez.',
  },
  'conditions-unexpected': {
    status: 422,
    en: 'Only a passage under conditions has conditions: leave them out, or choose that outcome.',
    fr: 'Seul un passage sous conditions en comporte : retirez-les ou choisissez cette issue.',
  },
  'condition-day-past': {
    status: 422,
    en: 'A condition is met by a day to come: {dueOn} is not.',
    fr: 'Une condition se remplit pour un jour à venir : ce n’est pas le cas du {dueOn}.',
  },
  'return-beyond-funder-end': {
    status: 409,
    en: 'A return needs time until {until}: the money of these funders cannot be spent that late: {funders}. Choose another outcome.',
    fr: 'Un retour demande du temps jusqu’au {until} : les crédits de ces financeurs ne peuvent plus être dépensés alors : {funders}. Choisissez une autre issue.',
  },
  'gate-condition-unknown': {
    status: 422,
    en: 'No gate of this project set a condition {condition}.',
    fr: 'Aucun passage de phase n’a posé de condition {condition}.',
  },
  'gate-condition-confirmed': {
    status: 409,
    en: 'The condition {condition} is met: nothing more is due on it.',
    fr: 'La condition {condition} est levée : plus rien n’est attendu.',
  },
  'gate-condition-reported': {
    status: 409,
    en: 'The report on the condition {condition} waits to be confirmed.',
    fr: 'Le compte rendu de la condition {condition} attend sa confirmation.',
  },
  'gate-condition-not-reported': {
    status: 409,
    en: 'The holder has to say first how the condition {condition} was met.',
    fr: 'Le porteur doit d’abord rendre compte de la condition {condition}.',
  },
  'gate-conditions-unmet': {
    status: 409,
    en: 'Payments of the phase {phase} wait: the day of these conditions is over and nobody confirmed them: {conditions}.',
    fr: 'Les paiements de la phase {phase} attendent : l’échéance de ces conditions est passée sans qu’elles soient levées : {conditions}.',
  },
  'overlap-not-allowed': {
    status: 409,
    en: 'The policy of the programme allows no overlap of phases: decide the gate first.',
    fr: 'Le règlement du programme ne permet pas le chevauchement des phases : décidez d’abord du passage.',
  },
  'overlap-already-begun': {
    status: 409,
    en: 'Work of the phase {phase} has already begun: the gate is next.',
    fr: 'Des travaux de la phase {phase} sont déjà engagés : le passage de phase vient ensuite.',
  },
  'overlap-level-not-reached': {
    status: 409,
    en: 'The phase {phase} overlaps with this one from SRL {level} on: the last review found {reached} reached.',
    fr: 'La phase {phase} chevauche celle-ci à partir du niveau SRL {level} : la dernière revue constate le niveau {reached} atteint.',
  },
  'overlap-spent': {
    status: 409,
    en: 'Before the gate only {part} hundredths of a percent of the phase {phase} are committed: this payment goes beyond them. Decide the gate first.',
    fr: 'Avant le passage, seuls {part} dix-millièmes de la phase {phase} sont engagés : ce paiement les dépasse. Décidez d’abord du passage.',
  },
  'consolidation-reserve-closed': {
    status: 409,
    en: 'The consolidation reserve is drawn once after each gate that asks for consolidation or returns, for the phase that it names: {phase} has none now.',
    fr: 'La réserve de consolidation se mobilise une fois après chaque passage qui demande une consolidation ou un retour, pour la phase concernée : aucune n’est ouverte pour la phase {phase}.',
  },
});
