import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { decision } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Title } from '../../kernel/words.ts';
import { figuresOf, type SrlFigures } from './figures.ts';
import { AssessedLevel, SrlLevel } from './scale.ts';

/** The scale also places an action or an idea: a work assessed apart from the project that it is part of. */
export const WorkSrlAssessed = decision(
  'work-srl-assessed',
  1,
  z.strictObject({
    work: Title,
    assessor: PersonId,
    scale: z.string().min(1),
    claimed: SrlLevel,
    levels: z.array(AssessedLevel).min(1).max(9),
    reached: z.int().min(0).max(9),
    consolidated: z.int().min(0).max(9),
  }),
);

export interface PlacedWork extends SrlFigures {
  readonly work: string;
  readonly at: string;
}

/** Where each work that was assessed apart stands by its last assessment; it moves no figure of the project. */
export const workSrl = facet([] as readonly PlacedWork[], [WorkSrlAssessed], {
  'work-srl-assessed': (all, { work, levels }, { at }) => [...all.filter((placed) => placed.work !== work), { work, at, ...figuresOf(levels) }],
});
