import { explained } from './explained.ts';

/** What the door itself refuses of personal data, for every command that holds any. */
export const personalRefusals = explained({
  'subject-erased': {
    status: 409,
    en: '{subject} was erased at their request: nothing more can be recorded about them under this id. Leave these fields out, or use a new id.',
    fr: '{subject} a été effacé à la demande de la personne : plus rien ne peut être enregistré à son sujet sous cet identifiant. Laissez ces champs vides ou employez un nouvel identifiant.',
  },
});
