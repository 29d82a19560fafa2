import { explained } from '../../kernel/explained.ts';

/** Refusals on visits, checks, corrections, irregularities and indicators. */
export const checksRefusals = explained({
  'control-period-over': {
    status: 409,
    en: 'The project has ended, and its file could be checked until {until}. Only an irregularity that is still open keeps it open longer.',
    fr: 'Le projet est terminé et son dossier pouvait être contrôlé jusqu’au {until}. Seule une irrégularité encore ouverte le garde ouvert plus longtemps.',
  },
  'visit-already-recorded': {
    status: 409,
    en: 'The visit {visit} took place and is recorded: plan another under a name of its own.',
    fr: 'La visite {visit} a eu lieu et son compte rendu est fait : programmez-en une autre, sous un autre nom.',
  },
  'visit-in-the-past': {
    status: 422,
    en: 'A visit is planned for a day to come: {plannedOn} has passed.',
    fr: 'Une visite se programme à une date à venir : le {plannedOn} est passé.',
  },
  'visit-not-planned': {
    status: 409,
    en: 'No visit {visit} is planned: plan it first.',
    fr: 'Aucune visite {visit} n’est programmée : programmez-la d’abord.',
  },
  'visit-to-come': {
    status: 422,
    en: 'A visit is recorded once it took place: {visitedOn} is still to come.',
    fr: 'Le compte rendu suit la visite : le {visitedOn} est à venir.',
  },
  'check-already-opened': {
    status: 409,
    en: 'There is a check {check} already: give this one a name of its own.',
    fr: 'Le contrôle {check} existe déjà : donnez un autre nom à celui-ci.',
  },
  'check-not-open': {
    status: 409,
    en: 'The check {check} is not open: open it first.',
    fr: 'Le contrôle {check} n’est pas ouvert : ouvrez-le d’abord.',
  },
  'finding-already-recorded': {
    status: 409,
    en: 'There is a finding {finding} already: give this one a name of its own.',
    fr: 'Le constat {finding} existe déjà : donnez un autre nom à celui-ci.',
  },
  'no-answer-on-finding-awaited': {
    status: 409,
    en: 'No answer on the finding {finding} is awaited: it was answered or decided on, or the time for it is over.',
    fr: 'Aucune réponse n’est attendue sur le constat {finding} : elle est donnée, ou il est tranché, ou le délai est passé.',
  },
  'finding-unknown': {
    status: 422,
    en: 'There is no finding {finding}: record it first.',
    fr: 'Il n’y a pas de constat {finding} : établissez-le d’abord.',
  },
  'correction-already-decided': {
    status: 409,
    en: 'What follows from the finding {finding} is decided already.',
    fr: 'Les suites du constat {finding} sont déjà décidées.',
  },
  'holder-not-heard-on-finding': {
    status: 409,
    en: 'The holder has not been heard on the finding {finding}: wait for the answer, or for the end of its time.',
    fr: 'Le porteur n’a pas été entendu sur le constat {finding} : attendez sa réponse, ou la fin du délai.',
  },
  'finder-cannot-correct': {
    status: 403,
    en: 'Whoever recorded a finding does not decide what follows from it: another person has to.',
    fr: 'Qui a établi un constat ne décide pas de ses suites : une autre personne doit le faire.',
  },
  'correction-amount-missing': {
    status: 422,
    en: 'A recovery or a set-off names an amount for at least one funder; where nothing is corrected there is none.',
    fr: 'Un reversement ou une compensation indique un montant pour un financeur au moins ; sans correction, il n’y en a pas.',
  },
  'correction-beyond-money': {
    status: 422,
    en: 'At most {most} cents of {funder}’s money can be taken here: lower the amount, or choose the other way.',
    fr: 'Au plus {most} centimes de {funder} peuvent être pris ici : réduisez le montant, ou choisissez l’autre voie.',
  },
  'findings-undecided': {
    status: 409,
    en: 'What follows from these findings has to be decided first: {findings}.',
    fr: 'Les suites de ces constats doivent d’abord être décidées : {findings}.',
  },
  'irregularity-already-reported': {
    status: 409,
    en: 'The irregularity {irregularity} is reported already: give this one a name of its own.',
    fr: 'L’irrégularité {irregularity} est déjà signalée : donnez un autre nom à celle-ci.',
  },
  'irregularity-not-open': {
    status: 409,
    en: 'No irregularity {irregularity} is open: report it first.',
    fr: 'Aucune irrégularité {irregularity} n’est ouverte : signalez-la d’abord.',
  },
  'indicator-already-agreed': {
    status: 409,
    en: 'There is an indicator {indicator} already: report on it, or give this one a name of its own.',
    fr: 'L’indicateur {indicator} existe déjà : renseignez-le, ou donnez un autre nom à celui-ci.',
  },
  'indicator-unknown': {
    status: 422,
    en: 'No indicator {indicator} was agreed: agree on it first.',
    fr: 'Aucun indicateur {indicator} n’est convenu : convenez-en d’abord.',
  },
  'count-to-come': {
    status: 422,
    en: 'A count goes up to a day that has come: {upTo} is still to come.',
    fr: 'Un décompte s’arrête à une date échue : le {upTo} est à venir.',
  },
  'count-goes-back': {
    status: 422,
    en: 'The last count goes up to {upTo}: give that day or a later one.',
    fr: 'Le dernier décompte va jusqu’au {upTo} : indiquez cette date ou une date ultérieure.',
  },
  'group-beyond-count': {
    status: 422,
    en: 'The group {group} cannot hold more than the {count} counted in all.',
    fr: 'Le groupe {group} ne peut pas dépasser les {count} décomptés en tout.',
  },
});
