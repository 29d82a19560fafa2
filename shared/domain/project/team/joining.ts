import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Project } from '../project.ts';
import { isOver } from '../stage.ts';
import { accompanies } from '../support/support.ts';
import { partOf, type TeamPart } from './team.ts';

export const notJoining = ['project-over', 'already-the-holder', 'judges-the-project', 'team-part-already-held'] as const;

/** A project whose path is over takes nobody in any more, and a case study never had anybody. */
export const hasNoTeam = (stage: Project['stage']): boolean => isOver(stage) || stage === 'case-study';

/** Why a person cannot join the team in a part: it is over, or they hold the project, judge or accompany it, or have that part already. */
export function whyNotJoining(
  { stage, application, reviews, support, assessors, team }: Project,
  person: string,
  part: TeamPart,
): Refusal<(typeof notJoining)[number]> | undefined {
  if (hasNoTeam(stage)) return refuse('project-over', { stage });
  if (person === application.holder) return refuse('already-the-holder', { holder: person });
  const judges =
    reviews[person]?.assigned || Object.hasOwn(assessors, person) || support.assessors.includes(person) || accompanies({ support }, person);
  if (judges) return refuse('judges-the-project', { person });
  return partOf(team, person) === part ? refuse('team-part-already-held', { person, part }) : undefined;
}
