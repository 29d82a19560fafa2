import { explained } from '../../kernel/explained.ts';

/** Refusals on lessons. */
export const lessonsRefusals = explained({
  'lesson-published': {
    status: 409,
    en: 'The lesson {lesson} is published: withdraw it before you change it.',
    fr: 'L’enseignement {lesson} est publié : dépubliez-le avant de le modifier.',
  },
  'lesson-unknown': {
    status: 409,
    en: 'No lesson {lesson} stands here: it was not recorded, or it was withdrawn. Record it first.',
    fr: 'Aucun enseignement {lesson} ne figure ici : il n’est pas consigné, ou il a été dépublié. Consignez-le d’abord.',
  },
});
