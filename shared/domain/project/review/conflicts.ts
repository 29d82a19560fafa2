import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Prose } from '../../kernel/words.ts';
import { OutcomeCorrected } from '../appeal/appeal.ts';
import { ConflictDeclared, type ConflictNature, type Partaking } from './review.ts';

/** What somebody in conflict had taken part in was looked at again by others, and stands. */
export const ConfirmedAfterConflict = decision(
  'confirmed-after-conflict',
  1,
  z.strictObject({ person: PersonId, confirmed: z.array(z.string().min(1).max(300)), reasons: Prose }),
);

export interface Conflict {
  readonly nature: ConflictNature;
  readonly declared: Moment;
  /** What the person had taken part in by then. */
  readonly touches: readonly Partaking[];
  /** What has to be looked at again, until that is settled. */
  readonly reopens?: 'review' | 'selection';
}

/** Conflicts of interest declared on a project, by person: whoever is here has no more part in it. */
export type Conflicts = Readonly<Record<string, Conflict>>;

function settled({ reopens: _, ...conflict }: Conflict): Conflict {
  return conflict;
}

export const conflicts = facet({} as Conflicts, [ConflictDeclared, ConfirmedAfterConflict, OutcomeCorrected], {
  'conflict-declared': (all, { reviewer, nature, touches = [], reopens }, happened) => ({
    ...all,
    [reviewer]: { nature, declared: momentOf(happened), touches, ...(reopens && { reopens }) },
  }),
  'confirmed-after-conflict': (all, { person }) => {
    const conflict = all[person];
    return conflict ? { ...all, [person]: settled(conflict) } : all;
  },
  'outcome-corrected': (all) => Object.fromEntries(Object.entries(all).map(([person, conflict]) => [person, settled(conflict)])),
});

/** The conflicts of which something has still to be looked at again, by person. */
export const unsettled = (conflicts: Conflicts): readonly (readonly [string, Conflict])[] =>
  Object.entries(conflicts).filter(([, { reopens }]) => reopens);

/** Whether nothing may be awarded yet: a late conflict has reopened the selection of this application. */
export const selectionReopened = (conflicts: Conflicts): boolean => Object.values(conflicts).some(({ reopens }) => reopens === 'selection');
