import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { isHolder, projectCommand } from '../project.ts';
import { ConflictDeclared, ConflictNature } from './review.ts';

export const declareConflict = projectCommand({
  name: 'declare-conflict',
  says: { en: 'Declare a conflict of interest', fr: 'Déclarer un conflit d’intérêts' },
  about: 'A reviewer says what ties them to the applicant, before or after being assigned; their review does not count, and another is needed.',
  data: z.strictObject({ nature: ConflictNature }),
  example: { nature: 'board-member' },
  refuses: ['not-in-review', 'not-by-the-holder', 'conflict-already-declared'],

  decide(state, { data: { nature }, by }) {
    const { stage, reviews } = state;
    const declared = reviews[by.id]?.conflict;
    if (stage !== 'submitted' && stage !== 'in-review') return refuse('not-in-review', { stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (declared) return refuse('conflict-already-declared', { nature: declared });
    return ConflictDeclared({ reviewer: by.id, nature });
  },
});
