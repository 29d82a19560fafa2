import { countingFrom } from '../../process/counting.ts';
import type { Deadline } from '../../process/schedule.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Project } from '../project.ts';
import { intakeDeadlines } from './intake-deadlines.ts';

/** What is due from submission until every funder has decided. */
export function selectionDeadlines(project: Project, programme: Programme): Deadline[] {
  return [...intakeDeadlines(project, programme), ...reviews(project, programme), ...funding(project, programme)];
}

function reviews({ stage, reviews: all }: Project, programme: Programme): Deadline[] {
  if (stage !== 'in-review') return [];
  return Object.entries(all).flatMap(([person, { assigned, conflict, marks }]): Deadline[] => {
    if (!assigned || conflict || marks) return [];
    const { usual } = countingFrom(assigned, programme);
    return [{ kind: 'review', since: assigned, for: { person }, lastDay: assigned.dueOn, ...usual }];
  });
}

function funding({ stage, selected, funding: { decided } }: Project, programme: Programme): Deadline[] {
  if (stage !== 'selected' || !selected) return [];
  const { policy, after, usual } = countingFrom(selected.moment, programme);
  const lastDay = after(policy.days.fundingDecision);
  return selected.shares
    .filter(({ funder }) => !decided[funder])
    .map(({ funder }): Deadline => ({ kind: 'decide-funding', since: selected.moment, of: funder, for: { funder }, lastDay, ...usual }));
}
