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
  'piece-already-attached': {
    status: 409,
    en: 'The file “{name}” is already attached as this kind of piece.',
    fr: 'Le fichier « {name} » est déjà joint comme pièce de cette nature.',
  },
  'too-many-pieces': {
    status: 422,
    en: 'A file holds at most {maxPieces} pieces: remove one first, or join several in one file.',
    fr: 'Un dossier contient au plus {maxPieces} pièces : retirez-en une, ou réunissez-en plusieurs en un fichier.',
  },
  'piece-unknown': {
    status: 422,
    en: 'The application holds no such piece ({kind}): look at its list of pieces.',
    fr: 'Le dossier ne contient pas cette pièce ({kind}) : consultez la liste de ses pièces.',
  },
  'piece-handed-in': {
    status: 409,
    en: '“{name}” was handed in and stays in the file: attach the newer version beside it.',
    fr: '« {name} » est déposée et reste au dossier : joignez la nouvelle version à côté.',
  },
  'pieces-missing': {
    status: 422,
    en: 'Pieces of these kinds are missing: {pieces}. Attach them first.',
    fr: 'Il manque des pièces de ces natures : {pieces}. Joignez-les d’abord.',
  },
  'member-already-there': {
    status: 409,
    en: '{member} is already a member of the consortium: remove it first to change it.',
    fr: '{member} est déjà membre du consortium : retirez-le d’abord pour le modifier.',
  },
  'member-unknown': {
    status: 422,
    en: 'The consortium has no member {member}.',
    fr: 'Le consortium n’a pas de membre {member}.',
  },
  'lead-already-named': {
    status: 409,
    en: 'A consortium has one lead, and {lead} is it: add this member as a partner, or remove the lead first.',
    fr: 'Un consortium a un seul chef de file, et c’est {lead} : ajoutez ce membre comme partenaire, ou retirez d’abord le chef de file.',
  },
  'too-many-members': {
    status: 422,
    en: 'A consortium has at most {most} members.',
    fr: 'Un consortium compte au plus {most} membres.',
  },
  'organisation-unknown': {
    status: 422,
    en: 'No organisation {organisation} is registered: register it first, or give its name instead.',
    fr: 'Aucune organisation {organisation} n’est enregistrée : enregistrez-la d’abord, ou donnez son nom.',
  },
  'consortium-without-lead': {
    status: 422,
    en: 'The consortium has no lead: add a member that leads it.',
    fr: 'Le consortium n’a pas de chef de file : ajoutez le membre qui le sera.',
  },
  'member-budgets-missing': {
    status: 422,
    en: 'Some members have a budget and these have none: {members}. Give every member its budget, or none.',
    fr: 'Des membres ont un budget et ceux-ci n’en ont pas : {members}. Donnez un budget à chacun, ou à aucun.',
  },
  'member-budgets-not-the-needs': {
    status: 422,
    en: 'The members’ budgets add up to {budgets} cents and the needs to {needs}: make them equal.',
    fr: 'Les budgets des membres font {budgets} centimes et les besoins {needs} : rendez-les égaux.',
  },
  'no-receipt-to-acknowledge': {
    status: 409,
    en: 'There is no receipt to acknowledge: nothing was handed in, it is acknowledged already, or it was answered (stage: {stage}).',
    fr: 'Il n’y a pas de réception à accuser : rien n’est déposé, c’est déjà fait, ou la réponse est donnée (étape : {stage}).',
  },
  'application-not-before-the-authority': {
    status: 409,
    en: 'Pieces are asked for between submission and the decision (stage: {stage}).',
    fr: 'Les pièces se demandent entre le dépôt et la décision (étape : {stage}).',
  },
  'supplement-awaited': {
    status: 409,
    en: 'Missing pieces are awaited until {dueOn}: wait for them, or end the request first.',
    fr: 'Des pièces manquantes sont attendues jusqu’au {dueOn} : attendez-les, ou mettez d’abord fin à la demande.',
  },
  'no-supplement-awaited': {
    status: 409,
    en: 'No missing pieces are awaited: none were asked for, or the request has ended.',
    fr: 'Aucune pièce manquante n’est attendue : rien n’est demandé, ou la demande est close.',
  },
  'time-for-pieces-not-over': {
    status: 409,
    en: 'The pieces can be given until the end of {dueOn}.',
    fr: 'Les pièces peuvent être produites jusqu’à la fin du {dueOn}.',
  },
  'completeness-already-confirmed': {
    status: 409,
    en: 'The file was already found complete: assess its eligibility.',
    fr: 'La complétude du dossier est déjà constatée : examinez son éligibilité.',
  },
  'requested-is-fixed': {
    status: 422,
    en: 'The amount asked for was handed in and stays {requested} cents: change the other parts.',
    fr: 'L’aide demandée est déposée et reste de {requested} centimes : modifiez les autres parties.',
  },
  'agreement-already-signed': {
    status: 409,
    en: 'The agreement is signed: ask for its termination instead.',
    fr: 'La convention est signée : demandez plutôt sa résiliation.',
  },
  'nothing-to-withdraw': {
    status: 409,
    en: 'There is no application left to withdraw (stage: {stage}).',
    fr: 'Il n’y a plus de candidature dont se désister (étape : {stage}).',
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
