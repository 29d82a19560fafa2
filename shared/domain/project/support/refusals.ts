import { explained } from '../../kernel/explained.ts';

/** Refusals on accompaniers, needs and support. */
export const supportRefusals = explained({
  'accompanier-is-holder': {
    status: 422,
    en: 'Neither the holder of a project nor its team accompany it: name another person.',
    fr: 'Ni le porteur d’un projet ni son équipe ne l’accompagnent : désignez une autre personne.',
  },
  'accompanier-is-assessor': {
    status: 422,
    en: '{accompanier} reviews or assesses this project and cannot accompany it: name another person.',
    fr: '{accompanier} évalue ce projet et ne peut pas l’accompagner : désignez une autre personne.',
  },
  'accompanier-already-named': {
    status: 409,
    en: '{accompanier} already accompanies this project.',
    fr: '{accompanier} accompagne déjà ce projet.',
  },
  'accompanier-unknown': {
    status: 422,
    en: '{accompanier} does not accompany this project: name the person as accompanier first.',
    fr: '{accompanier} n’accompagne pas ce projet : désignez d’abord cette personne comme accompagnateur.',
  },
  'need-already-stated': {
    status: 409,
    en: 'The need {need} is stated already and still open.',
    fr: 'Le besoin {need} est déjà exprimé et reste ouvert.',
  },
  'need-not-open': {
    status: 409,
    en: 'No need {need} is open: it was not stated, or it was met or withdrawn. State it first.',
    fr: 'Aucun besoin {need} n’est ouvert : il n’est pas exprimé, ou il est couvert ou abandonné. Exprimez-le d’abord.',
  },
  'need-unknown': {
    status: 422,
    en: 'The project never stated a need {need}: leave it out, or name one of its needs.',
    fr: 'Le projet n’a jamais exprimé de besoin {need} : retirez-le ou indiquez l’un de ses besoins.',
  },
  'support-already-offered': {
    status: 409,
    en: 'The offer {offer} was made already: give a new one another id.',
    fr: 'L’offre {offer} est déjà faite : donnez un autre identifiant à une nouvelle offre.',
  },
  'offer-unknown': {
    status: 422,
    en: 'No support {offer} was offered to this project: leave it out, or record the offer first.',
    fr: 'Aucune offre {offer} n’a été faite à ce projet : retirez-la, ou consignez d’abord l’offre.',
  },
  'support-in-the-future': {
    status: 422,
    en: 'Support is recorded once it was given: {givenOn} is still to come.',
    fr: 'Un accompagnement se consigne une fois réalisé : le {givenOn} est à venir.',
  },
});
