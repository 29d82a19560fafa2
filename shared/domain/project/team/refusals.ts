import { explained } from '../../kernel/explained.ts';

/** Refusals on a project's team. */
export const teamRefusals = explained({
  'judges-the-project': {
    status: 422,
    en: '{person} reviews, assesses or accompanies this project, or did, and cannot work on it: name another person.',
    fr: '{person} évalue ou accompagne ce projet, ou l’a fait, et ne peut pas y travailler : désignez une autre personne.',
  },
  'team-part-already-held': {
    status: 409,
    en: '{person} already is in the team, as {part}.',
    fr: '{person} est déjà dans l’équipe, comme {part}.',
  },
  'project-over': {
    status: 409,
    en: 'The project is over (stage {stage}): nobody joins its team.',
    fr: 'Le projet est terminé (étape {stage}) : nul ne rejoint son équipe.',
  },
  'not-of-the-team': { status: 409, en: '{person} is not in the team.', fr: '{person} n’est pas dans l’équipe.' },
});
