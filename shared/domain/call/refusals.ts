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
  'amendment-too-late': {
    status: 409,
    en: 'At this stage ({stage}) these can no longer change: {fields}. Leave them out.',
    fr: 'À cette étape ({stage}), ceci ne peut plus changer : {fields}. Retirez-le de la demande.',
  },
  'nothing-amended': {
    status: 422,
    en: 'The call already stands so: give at least one date, amount or envelope that differs.',
    fr: 'L’appel est déjà ainsi : indiquez au moins une date, un montant ou une enveloppe qui diffère.',
  },
  'published-terms-kept': {
    status: 422,
    en: 'What was published is not cut short: {fields}. Choose a later closing or a higher maximum, or keep those published.',
    fr: 'Ce qui est publié n’est pas raccourci ni réduit : {fields}. Choisissez une clôture plus tardive ou un plafond plus élevé, ou gardez ceux publiés.',
  },
  'envelope-below-committed': {
    status: 422,
    en: 'More is committed and kept back of the money of these funders than would be left: {funders}. Put in more.',
    fr: 'Les crédits engagés et réservés de ces financeurs dépassent ce qui resterait : {funders}. Prévoyez davantage.',
  },
  'call-decided-already': {
    status: 409,
    en: 'The call is decided: its selection is concluded, or it was cancelled (stage: {stage}). Nothing more is asked, answered or cancelled.',
    fr: 'L’appel est tranché : la sélection est conclue, ou il est sans suite (étape : {stage}). On n’y pose ni réponse ni annulation.',
  },
  'call-takes-no-questions': {
    status: 409,
    en: 'Questions are asked while applications can be written, from publication to closing (stage: {stage}).',
    fr: 'Les questions se posent tant que l’on peut candidater, de la publication à la clôture (étape : {stage}).',
  },
  'question-already-asked': {
    status: 409,
    en: 'There is a question {question} already: give yours another id.',
    fr: 'La question {question} existe déjà : donnez un autre identifiant à la vôtre.',
  },
  'question-unknown': { status: 422, en: 'There is no question {question}.', fr: 'La question {question} n’existe pas.' },
  'question-already-answered': {
    status: 409,
    en: 'The question {question} is answered: ask a new one where something has changed.',
    fr: 'La question {question} a sa réponse : posez-en une nouvelle si quelque chose a changé.',
  },
  'names-somebody': {
    status: 422,
    en: 'The text holds an e-mail address or a telephone number: leave out whatever tells of a person.',
    fr: 'Le texte contient une adresse électronique ou un numéro de téléphone : retirez tout ce qui désigne une personne.',
  },
  'avis-missing': {
    status: 409,
    en: 'The policy asks for the committee’s opinion, which is missing on these applications: {applications}. Convene a sitting.',
    fr: 'Le règlement demande l’avis du comité ; il manque pour ces candidatures : {applications}. Convoquez une séance.',
  },
  'avis-adjourned': {
    status: 409,
    en: 'The committee adjourned these applications: {applications}. It has to hear them again first.',
    fr: 'Le comité a ajourné ces candidatures : {applications}. Il doit d’abord les réexaminer.',
  },
  'conflicts-to-reassess': {
    status: 409,
    en: 'What somebody in conflict of interest took part in has to be looked at again on these applications: {applications}. Have it confirmed by others, or mended, before the selection.',
    fr: 'Des décisions prises avec une personne en conflit d’intérêts restent à réexaminer pour ces candidatures : {applications}. Faites-les confirmer par d’autres, ou reprendre, avant la sélection.',
  },
  'ties-to-settle': {
    status: 409,
    en: 'These applications are equal by every rule of the policy, and the selection depends on their order: {ties}. The chair has to settle each tie first.',
    fr: 'Ces candidatures restent ex æquo après toutes les règles du règlement, et la sélection dépend de leur ordre : {ties}. La présidence doit d’abord les départager.',
  },
  'not-a-tie': {
    status: 422,
    en: 'The order has to name each application of one tie that is left, and no other. Ties left: {ties}.',
    fr: 'L’ordre doit nommer chacune des candidatures d’un même groupe d’ex æquo, et aucune autre. Ex æquo restants : {ties}.',
  },
  'selection-not-concluded': {
    status: 409,
    en: 'The selection has to be concluded first (stage: {stage}).',
    fr: 'La sélection doit d’abord être conclue (étape : {stage}).',
  },
  'results-already-published': {
    status: 409,
    en: 'The results are published: what happens since is told by the closing report.',
    fr: 'Les résultats sont publiés : le bilan de l’appel dit ce qui a suivi.',
  },
  'nobody-to-promote': {
    status: 409,
    en: 'Of the {waiting} in reserve nobody can be promoted now: the next one asks for more than is free of each funder’s part. Wait for money to return, or raise the envelope.',
    fr: 'Parmi les {waiting} en liste complémentaire, personne ne peut être retenu : le suivant demande plus que ce qui reste libre chez chaque financeur. Attendez un retour de crédits ou augmentez l’enveloppe.',
  },
  'nobody-in-reserve': {
    status: 409,
    en: 'Nobody waits in reserve: there is no list to close.',
    fr: 'Personne n’attend en liste complémentaire : il n’y a pas de liste à clore.',
  },
  'reserve-still-holds': {
    status: 409,
    en: 'The reserve list holds until the end of {until}: it is closed after it, or earlier when you give the reason (earlyBecause).',
    fr: 'La liste complémentaire vaut jusqu’à la fin du {until} : elle se clôt ensuite, ou plus tôt si vous en donnez la raison (earlyBecause).',
  },
  'criteria-not-marked': {
    status: 409,
    en: 'Some reviews do not mark every criterion of the policy in force: {applications}. Have their reviewers submit them again.',
    fr: 'Des évaluations ne notent pas tous les critères du règlement en vigueur : {applications}. Faites-les remettre à nouveau.',
  },
});
