import type { Actor } from '../../kernel/actor.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { isHolder, type Project } from '../project.ts';
import { accompanies } from '../support/support.ts';

export const barredFromAssessing = ['not-by-the-holder', 'accompanies-the-project'] as const;

/** Why a person may not assess a project: it is their own, or they accompany it, or did. */
export function whyBarred(state: Project, by: Actor): Refusal<(typeof barredFromAssessing)[number]> | undefined {
  if (isHolder(state, by)) return refuse('not-by-the-holder');
  return accompanies(state, by.id) ? refuse('accompanies-the-project') : undefined;
}
