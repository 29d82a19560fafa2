import { explained } from '../kernel/explained.ts';

/** Refusals on funding, agreement, phases, milestones, tranches, and what the process does. */
export const projectRefusals = explained({
  'funding-not-awaited': {
    status: 409,
    en: 'No funding decision is awaited (stage: {stage}).',
    fr: 'Aucune décision de financement n’est attendue (étape : {stage}).',
  },
  'not-its-funder': { status: 422, en: '{funder} bears no share of this project.', fr: '{funder} ne porte aucune part de ce projet.' },
  'funding-already-decided': { status: 409, en: '{funder} has already decided.', fr: '{funder} a déjà décidé.' },
  'no-agreement-awaited': {
    status: 409,
    en: 'No signature is awaited: it needs a whole award and is given once (stage: {stage}).',
    fr: 'Aucune signature n’est attendue : elle suppose une aide entièrement accordée et se donne une fois (étape : {stage}).',
  },
  'signed-out-of-time': {
    status: 422,
    en: 'An agreement is signed between the award, on {awardedOn}, and today: not on {signedOn}.',
    fr: 'Une convention se signe entre l’attribution, le {awardedOn}, et ce jour : pas le {signedOn}.',
  },
  'time-to-sign-not-over': {
    status: 409,
    en: 'The agreement can be signed until the end of {lastDay}.',
    fr: 'La convention peut être signée jusqu’à la fin du {lastDay}.',
  },
  'phase-not-cleared': {
    status: 409,
    en: 'The project may not enter the phase {phase} now: a signature or a gate has to open the way to it first.',
    fr: 'Le projet ne peut pas entrer en phase {phase} : une signature ou un passage de phase doit d’abord l’y autoriser.',
  },
  'not-in-a-phase': {
    status: 409,
    en: 'The project is not in a phase (stage: {stage}).',
    fr: 'Le projet n’est pas dans une phase (étape : {stage}).',
  },
  'phase-entry-awaited': {
    status: 409,
    en: 'A gate already opened the way to the phase {phase}: enter it first.',
    fr: 'Un passage vers la phase {phase} est déjà décidé : entrez-y d’abord.',
  },
  'conditions-missing': { status: 422, en: 'Name at least one condition.', fr: 'Indiquez au moins une condition.' },
  'last-phase': {
    status: 409,
    en: 'No phase follows {phase}: complete the project, or choose another outcome.',
    fr: 'Aucune phase ne suit {phase} : achevez le projet ou choisissez une autre issue.',
  },
  'srl-review-missing': {
    status: 409,
    en: 'No SRL review was concluded in the phase {phase} yet: conclude one first.',
    fr: 'Aucune revue SRL n’est encore conclue en phase {phase} : concluez-en une d’abord.',
  },
  'srl-below-gate': {
    status: 409,
    en: 'The phase {phase} asks for more: the last review found SRL {reached} reached and {consolidated} consolidated.',
    fr: 'La phase {phase} demande davantage : la dernière revue constate le niveau SRL {reached} atteint et {consolidated} consolidé.',
  },
  'earlier-phase-needed': {
    status: 422,
    en: 'A return names a phase earlier than {from}.',
    fr: 'Un retour désigne une phase antérieure à {from}.',
  },
  'project-not-closing': {
    status: 409,
    en: 'A project is completed from its last phase, or after a gate decided its exit (stage: {stage}).',
    fr: 'Un projet s’achève depuis sa dernière phase, ou après une sortie décidée à un passage de phase (étape : {stage}).',
  },
  'not-describable': {
    status: 409,
    en: 'The project can be described while it is a draft and from its award to its end (stage: {stage}).',
    fr: 'Le projet peut être décrit tant qu’il est à l’état de brouillon, puis de l’attribution de l’aide à sa fin (étape : {stage}).',
  },
  'project-not-running': {
    status: 409,
    en: 'The project is neither in a phase nor closing (stage: {stage}).',
    fr: 'Le projet n’est ni dans une phase ni en clôture (étape : {stage}).',
  },
  'milestone-already-agreed': { status: 409, en: 'The milestone {milestone} exists already.', fr: 'Le jalon {milestone} existe déjà.' },
  'milestone-unknown': { status: 422, en: 'No milestone {milestone} was agreed.', fr: 'Aucun jalon {milestone} n’est convenu.' },
  'milestone-cancelled': {
    status: 409,
    en: 'The milestone {milestone} was cancelled: agree on a new one under another id.',
    fr: 'Le jalon {milestone} est annulé : convenez d’un nouveau jalon sous un autre identifiant.',
  },
  'milestone-date-past': {
    status: 422,
    en: 'The new date, {dueOn}, is past: agree on a day from today on.',
    fr: 'La nouvelle date, le {dueOn}, est passée : convenez d’un jour à partir d’aujourd’hui.',
  },
  'milestone-awaits-assessment': {
    status: 409,
    en: 'The report on {milestone} waits for its assessment.',
    fr: 'Le compte rendu du jalon {milestone} attend son appréciation.',
  },
  'milestone-already-reached': { status: 409, en: 'The milestone {milestone} is reached.', fr: 'Le jalon {milestone} est atteint.' },
  'milestone-not-reported': {
    status: 409,
    en: 'No report on {milestone} waits for an assessment.',
    fr: 'Aucun compte rendu du jalon {milestone} n’attend d’appréciation.',
  },
  'project-paused': {
    status: 409,
    en: 'The last gate paused the project: payments go on after the next one.',
    fr: 'Le dernier passage de phase a mis le projet en pause : les paiements reprennent après le suivant.',
  },
  'phase-not-entered': { status: 409, en: 'The project has not been in the phase {phase}.', fr: 'Le projet n’est pas passé par la phase {phase}.' },
  'tranche-already-requested': {
    status: 409,
    en: 'The {kind} of the phase {phase} was already requested.',
    fr: 'La tranche {kind} de la phase {phase} est déjà demandée.',
  },
  'tranche-empty': {
    status: 422,
    en: 'The agreement foresees no {kind} for the phase {phase}.',
    fr: 'La convention ne prévoit pas de tranche {kind} pour la phase {phase}.',
  },
  'earlier-tranche-first': {
    status: 409,
    en: 'The {kind} of the phase {phase} has to be released first.',
    fr: 'La tranche {kind} de la phase {phase} doit d’abord être mise en paiement.',
  },
  'tranche-not-requested': {
    status: 409,
    en: 'The {kind} of the phase {phase} was not requested.',
    fr: 'La tranche {kind} de la phase {phase} n’est pas demandée.',
  },
  'tranche-already-released': {
    status: 409,
    en: 'The {kind} of the phase {phase} was already released.',
    fr: 'La tranche {kind} de la phase {phase} est déjà mise en paiement.',
  },
  'tranche-awaits-release': {
    status: 409,
    en: 'These tranches wait to be released: {tranches}.',
    fr: 'Ces tranches attendent leur mise en paiement : {tranches}.',
  },
  'four-eyes': {
    status: 403,
    en: 'Whoever requested the tranche cannot release it: another person has to.',
    fr: 'Double validation : la personne qui a demandé la tranche ne peut pas la mettre en paiement.',
  },
  'nothing-due': {
    status: 409,
    en: '{obligation} is not due here: it was met, or its date was set anew.',
    fr: '{obligation} n’est pas à l’échéancier : c’est fait, ou la date a changé.',
  },
  'step-not-awaited': {
    status: 409,
    en: 'Step {step} is already recorded, or the policy has no such step.',
    fr: 'Le rappel {step} est déjà enregistré, ou le règlement ne le prévoit pas.',
  },
  'step-not-due': { status: 409, en: 'This step falls due at {at}.', fr: 'Ce rappel est prévu pour {at}.' },
});
