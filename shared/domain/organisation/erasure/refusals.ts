import { explained } from '../../kernel/explained.ts';

/** Refusals on requests for erasure. */
export const erasureRefusals = explained({
  'already-erased': {
    status: 409,
    en: '{subject} was erased on {on}: nothing about them can be read any more, and nothing is left to erase.',
    fr: '{subject} a été effacé le {on} : plus rien à son sujet ne peut être lu, et rien ne reste à effacer.',
  },
  'request-received-on-a-day-to-come': {
    status: 422,
    en: 'The request cannot have been received on {receivedOn}: that day is still to come.',
    fr: 'La demande ne peut avoir été reçue le {receivedOn} : ce jour est à venir.',
  },
});
