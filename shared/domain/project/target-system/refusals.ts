import { explained } from '../../kernel/explained.ts';

/** Refusals on the target system. */
export const targetSystemRefusals = explained({
  'target-system-repeats': {
    status: 422,
    en: 'Each part has an id of its own, and a work names each evolution and each actor once: {names} are there twice.',
    fr: 'Chaque élément a son propre identifiant, et un chantier nomme chaque évolution et chaque acteur une fois : {names} se répètent.',
  },
  'target-system-name-unknown': {
    status: 422,
    en: 'Works name what is not in the target system: {names}. Add it, or take it out of the work.',
    fr: 'Des chantiers nomment ce qui ne figure pas dans le système cible : {names}. Ajoutez-le ou retirez-le du chantier.',
  },
  'target-system-incomplete': {
    status: 422,
    en: 'The target system can be published once it is whole: {missing} missing.',
    fr: 'Le système cible peut être publié une fois complet : il manque {missing}.',
  },
  'target-system-unchanged': {
    status: 409,
    en: 'Nothing changed since version {version}.',
    fr: 'Rien n’a changé depuis la version {version}.',
  },
});
