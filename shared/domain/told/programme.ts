import type { Told } from './told.ts';

/** Decisions on programmes, as a line in a list. */
export const programme = {
  'programme-created': { en: 'Programme created', fr: 'Programme créé' },
  'policy-drafted': { en: 'Policy drafted', fr: 'Projet de règlement rédigé' },
  'policy-draft-withdrawn': { en: 'Policy draft withdrawn', fr: 'Projet de règlement retiré' },
  'policy-adopted': { en: 'Policy adopted', fr: 'Règlement adopté' },
  'funder-added': { en: 'Funder added', fr: 'Financeur ajouté' },
  'funder-terms-set': { en: 'Terms of a funder set', fr: 'Conditions d’un financeur fixées' },
  'expertise-declared': { en: 'Expertise declared', fr: 'Expertise déclarée' },
} satisfies Told;
