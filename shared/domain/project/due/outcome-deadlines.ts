import type { Moment } from '../../kernel/decision.ts';
import { laterOf } from '../../kernel/time.ts';
import { countingFrom } from '../../process/counting.ts';
import type { Deadline } from '../../process/schedule.ts';
import type { Programme } from '../../programme/programme.ts';
import { appealAnswerDay, appealWindow, awaitsCorrection, contestable, pendingAppeal } from '../appeal/standing.ts';
import { awaitsNotification } from '../notification/awaits-notification.ts';
import type { Project } from '../project.ts';
import { unsettled } from '../review/conflicts.ts';
import { reviewersNeeded, validReviews } from '../review/reviews-needed.ts';

const administrator = { role: 'administrator' };

/** What is due on reviewers who are missing, on telling the holder, and on appeals and late conflicts of interest. */
export function outcomeDeadlines(project: Project, programme: Programme): Deadline[] {
  return [
    ...reviewers(project, programme),
    ...notification(project, programme),
    ...appeals(project, programme),
    ...correction(project, programme),
    ...finality(project, programme),
    ...reassessments(project, programme),
  ];
}

/** Of two moments the later one; the first where there is no second. */
const later = (a: Moment, b: Moment | undefined): Moment => (b && laterOf(a.at, b.at) === b.at ? b : a);

/** An application lacks reviewers since it came into review or lost one; where two reviews differ widely, since the last of them. */
function reviewers({ stage, reviews, consensus, staffing }: Project, programme: Programme): Deadline[] {
  const { began, lost, submitted } = staffing;
  if (stage !== 'in-review' || !began) return [];
  const { policy } = countingFrom(began, programme);
  if (reviewersNeeded(reviews, policy, consensus) === 0) return [];
  const lacking = validReviews(reviews).length < policy.reviewers.perApplication ? undefined : submitted;
  const since = later(later(began, lost), lacking);
  const { after, usual } = countingFrom(since, programme);
  return [{ kind: 'assign-reviewers', since, for: administrator, lastDay: after(policy.review.assignment), ...usual }];
}

function notification(project: Project, programme: Programme): Deadline[] {
  const untold = awaitsNotification(project);
  if (!untold) return [];
  const { policy, after, usual } = countingFrom(untold.decided, programme);
  return [{ kind: 'notify-outcome', since: untold.decided, for: administrator, lastDay: after(policy.notification), ...usual }];
}

function appeals(project: Project, programme: Programme): Deadline[] {
  const pending = pendingAppeal(project, programme);
  if (!pending || pending.answered) return [];
  const { usual } = countingFrom(pending.lodged, programme);
  const lapse = { command: 'record-appeal-silence' };
  const lastDay = appealAnswerDay(pending, programme);
  return [{ kind: 'decide-appeal', since: pending.lodged, for: administrator, lastDay, reminders: usual.reminders, lapse }];
}

function correction(project: Project, programme: Programme): Deadline[] {
  const upheld = project.appeal?.answered;
  if (!upheld || !awaitsCorrection(project) || contestable(project, programme)?.decision !== project.appeal?.decision) return [];
  const { policy, after, usual } = countingFrom(upheld, programme);
  return [{ kind: 'correct-outcome', since: upheld, for: administrator, lastDay: after(policy.appeal.correction), ...usual }];
}

function finality(project: Project, programme: Programme): Deadline[] {
  const window = appealWindow(project, programme);
  if (!window) return [];
  const holder = { person: project.application.holder };
  return [{ kind: 'appeal-window', since: window.since, for: holder, lastDay: window.lastDay, lapse: { command: 'close-appeal-window' } }];
}

function reassessments({ conflicts }: Project, programme: Programme): Deadline[] {
  return unsettled(conflicts).map(([person, { declared }]): Deadline => {
    const { policy, after, usual } = countingFrom(declared, programme);
    const lastDay = after(policy.review.reassessment);
    return { kind: 'reassess-after-conflict', since: declared, of: person, for: administrator, lastDay, ...usual };
  });
}
