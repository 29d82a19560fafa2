import { countingFrom } from '../../process/counting.ts';
import type { Deadline } from '../../process/schedule.ts';
import type { Programme } from '../../programme/programme.ts';
import { answerDay, awaitsAnswer } from '../application/answer.ts';
import type { Project } from '../project.ts';

/** What is due from submission until every funder has decided. */
export function selectionDeadlines(project: Project, programme: Programme): Deadline[] {
  return [...eligibility(project, programme), ...reviews(project, programme), ...answer(project, programme), ...funding(project, programme)];
}

function eligibility({ stage, application: { submitted } }: Project, programme: Programme): Deadline[] {
  if (stage !== 'submitted' || !submitted) return [];
  const { policy, after, usual } = countingFrom(submitted, programme);
  return [{ kind: 'assess-eligibility', since: submitted, for: { role: 'administrator' }, lastDay: after(policy.days.eligibility), ...usual }];
}

function reviews({ stage, reviews: all }: Project, programme: Programme): Deadline[] {
  if (stage !== 'in-review') return [];
  return Object.entries(all).flatMap(([person, { assigned, conflict, marks }]): Deadline[] => {
    if (!assigned || conflict || marks) return [];
    const { usual } = countingFrom(assigned, programme);
    return [{ kind: 'review', since: assigned, for: { person }, lastDay: assigned.dueOn, ...usual }];
  });
}

function answer(project: Project, programme: Programme): Deadline[] {
  const { submitted } = project.application;
  if (!submitted || !awaitsAnswer(project)) return [];
  const { policy } = countingFrom(submitted, programme);
  const lastDay = answerDay(submitted.at, programme);
  const lapse = { command: 'record-silence' };
  return [{ kind: 'answer-before-silence', since: submitted, for: { role: 'administrator' }, lastDay, reminders: policy.silenceReminders, lapse }];
}

function funding({ stage, selected, funding: { decided } }: Project, programme: Programme): Deadline[] {
  if (stage !== 'selected' || !selected) return [];
  const { policy, after, usual } = countingFrom(selected.moment, programme);
  const lastDay = after(policy.days.fundingDecision);
  return selected.shares
    .filter(({ funder }) => !decided[funder])
    .map(({ funder }): Deadline => ({ kind: 'decide-funding', since: selected.moment, of: funder, for: { funder }, lastDay, ...usual }));
}
