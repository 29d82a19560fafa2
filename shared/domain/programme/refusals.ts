import { explained } from '../kernel/explained.ts';

/** Refusals on funders and policies. */
export const programmeRefusals = explained({
  'authority-unknown': {
    status: 409,
    en: 'The authority is not registered: register it first.',
    fr: 'L’autorité n’est pas enregistrée : enregistrez-la d’abord.',
  },
  'funder-already-added': { status: 409, en: '{funder} already co-funds this programme.', fr: '{funder} cofinance déjà ce programme.' },
  'policy-draft-unknown': {
    status: 409,
    en: 'This programme has no policy draft {draft}: write one first, or give the number of one that exists.',
    fr: 'Ce programme n’a pas de projet de règlement {draft} : rédigez-le d’abord ou indiquez le numéro d’un projet existant.',
  },
  'policy-draft-settled': {
    status: 409,
    en: 'The policy draft {draft} was adopted or withdrawn: write a new one.',
    fr: 'Le projet de règlement {draft} a été adopté ou abandonné : rédigez-en un nouveau.',
  },
  'policy-drafted-by-same-person': {
    status: 403,
    en: 'You wrote the policy draft {draft} as it stands: a second person has to adopt it (four-eyes).',
    fr: 'Vous avez rédigé le projet de règlement {draft} : une seconde personne doit l’adopter (double validation).',
  },
  'policy-takes-effect-in-the-past': {
    status: 422,
    en: 'A policy takes effect on the day it is adopted or later: {inForceFrom} is before {today}.',
    fr: 'Un règlement prend effet au plus tôt le jour de son adoption : {inForceFrom} précède {today}.',
  },
  'policy-before-the-one-adopted': {
    status: 422,
    en: 'The policy adopted last takes effect on {latest}: choose that day or a later one.',
    fr: 'Le dernier règlement adopté prend effet le {latest} : choisissez ce jour ou un jour ultérieur.',
  },
});
