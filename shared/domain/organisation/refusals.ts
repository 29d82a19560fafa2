import { explained } from '../kernel/explained.ts';

/** Refusals on organisations: who they are, their accounts, signatories, declarations and aids. */
export const organisationRefusals = explained({
  'organisation-number-missing': {
    status: 422,
    en: 'Give at least one number of a public register: the SIRET, the RNA number, or both.',
    fr: 'Indiquez au moins un numéro d’un répertoire public : le SIRET, le numéro RNA, ou les deux.',
  },
  'siret-mistyped': {
    status: 422,
    en: '{siret} is no SIRET: its check digit is wrong. Compare it with the certificate of registration (avis de situation).',
    fr: '{siret} n’est pas un SIRET : sa clé est fausse. Comparez-le avec l’avis de situation au répertoire SIRENE.',
  },
  'iban-mistyped': {
    status: 422,
    en: 'This is no IBAN: its check digits are wrong. Compare it with the bank’s own statement of it (RIB).',
    fr: 'Cet IBAN n’existe pas : sa clé est fausse. Comparez-le avec le RIB remis par la banque.',
  },
  'account-already-registered': {
    status: 409,
    en: 'The organisation has this account already, as {account}: confirm that one, or give the new one another name.',
    fr: 'L’organisation a déjà ce compte, sous le nom {account} : confirmez-le ou donnez un autre nom au nouveau.',
  },
  'account-unknown': {
    status: 409,
    en: 'The organisation has no account {account}: register it first.',
    fr: 'L’organisation n’a pas de compte {account} : enregistrez-le d’abord.',
  },
  'account-already-closed': {
    status: 409,
    en: 'The account {account} is closed: register the one now in use.',
    fr: 'Le compte {account} est clôturé : enregistrez celui qui est en usage.',
  },
  'account-already-confirmed': {
    status: 409,
    en: 'The account {account} is confirmed already.',
    fr: 'Le compte {account} est déjà confirmé.',
  },
  'account-registered-by-same-person': {
    status: 403,
    en: 'You registered the account {account}: a second person has to confirm it, after asking the organisation by another way (four-eyes).',
    fr: 'Vous avez enregistré le compte {account} : une seconde personne doit le confirmer, après contre-appel de l’organisation (double validation).',
  },
  'mandate-days-out-of-order': {
    status: 422,
    en: 'The mandate would end on {until}, before it begins on {from}: correct one of the two days.',
    fr: 'Le mandat finirait le {until}, avant de commencer le {from} : corrigez l’un des deux jours.',
  },
  'signatory-already-named': {
    status: 409,
    en: '{person} may sign already in part of this time: end that mandate first, or choose other days.',
    fr: '{person} peut déjà signer pendant une partie de cette période : mettez d’abord fin à ce mandat ou choisissez d’autres jours.',
  },
  'not-a-signatory': {
    status: 409,
    en: '{person} may not sign on {until}: give a day within the mandate that you want to end.',
    fr: '{person} ne peut pas signer le {until} : indiquez un jour compris dans le mandat à interrompre.',
  },
  'declared-on-a-day-to-come': {
    status: 422,
    en: 'A declaration bears the day on which it was signed: {on} is still to come.',
    fr: 'Une déclaration porte le jour de sa signature : le {on} est à venir.',
  },
  'aid-already-declared': {
    status: 409,
    en: 'An aid is declared already under the name {aid}: strike that one out first, or choose another name.',
    fr: 'Une aide est déjà déclarée sous le nom {aid} : rayez-la d’abord ou choisissez un autre nom.',
  },
  'aid-granted-on-a-day-to-come': {
    status: 422,
    en: 'Declare an aid once it is granted: {grantedOn} is still to come.',
    fr: 'Déclarez une aide une fois octroyée : le {grantedOn} est à venir.',
  },
  'aid-unknown': {
    status: 409,
    en: 'No aid is declared under the name {aid}: look the name up in the organisation’s aids.',
    fr: 'Aucune aide n’est déclarée sous le nom {aid} : cherchez ce nom dans les aides de l’organisation.',
  },
  'undertaking-head-unknown': {
    status: 422,
    en: 'There is no organisation {organisation}: register it first.',
    fr: 'L’organisation {organisation} n’existe pas : enregistrez-la d’abord.',
  },
  'already-in-undertaking': {
    status: 409,
    en: 'The organisation is in a single undertaking already, headed by {head}: let it leave that one first.',
    fr: 'L’organisation fait déjà partie d’une entreprise unique, celle de {head} : détachez-la d’abord.',
  },
  'undertaking-of-itself': {
    status: 422,
    en: 'An organisation does not join itself: name the one at the head of its group.',
    fr: 'Une organisation ne se rattache pas à elle-même : indiquez celle qui est à la tête du groupe.',
  },
  'heads-an-undertaking': {
    status: 409,
    en: 'The organisation heads a single undertaking itself: let its members leave first ({members}).',
    fr: 'L’organisation est elle-même à la tête d’une entreprise unique : détachez d’abord ses membres ({members}).',
  },
  'not-head-of-undertaking': {
    status: 409,
    en: '{organisation} is itself in the single undertaking of {head}: join that one.',
    fr: '{organisation} fait elle-même partie de l’entreprise unique de {head} : rattachez à celle-ci.',
  },
  'not-in-undertaking': {
    status: 409,
    en: 'The organisation is in no single undertaking that it could leave.',
    fr: 'L’organisation ne fait partie d’aucune entreprise unique dont elle pourrait être détachée.',
  },
  'service-beside-the-authority': {
    status: 409,
    en: 'Service accounts are admitted in the authority, and nowhere else.',
    fr: 'Un compte de service s’admet dans l’autorité, et nulle part ailleurs.',
  },
  'service-unknown': { status: 409, en: 'No service {service} is admitted.', fr: 'Aucun compte de service {service} n’est admis.' },
});
