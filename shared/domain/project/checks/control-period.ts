import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { addToDay, dayOf } from '../../kernel/time.ts';
import { countingFrom } from '../../process/counting.ts';
import type { Programme } from '../../programme/programme.ts';
import { isBound } from '../payments/standing.ts';
import type { Project } from '../project.ts';

type OnFile = Pick<Project, 'stage' | 'agreement' | 'checks' | 'payments'>;

/** Whether what was begun on a project goes on: an agreement binds both sides, or it did and the project has ended since. */
export const isOnFile = (project: Pick<Project, 'stage' | 'agreement'>): boolean =>
  isBound(project) || (project.stage === 'ended' && project.agreement !== undefined);

/**
 * The last day on which a new check can be made of a project that has ended: so long after 31 December of the year of the last payment, by the policy
 * then in force (Regulation (EU) 2021/1060, article 82(1)). Undefined where nothing was ever paid: there is nothing to check then.
 */
export function lastDayOfControl({ payments: { lastPaid } }: Pick<Project, 'payments'>, programme: Programme): string | undefined {
  if (!lastPaid) return undefined;
  const year = dayOf(lastPaid.at, programme.identity.timeZone).slice(0, 4);
  return addToDay(`${year}-12-31`, countingFrom(lastPaid, programme).policy.checks.controlPeriod);
}

export const checkableRefusals = ['project-not-running', 'control-period-over'] as const;

/** Why nothing new can be checked: there is no agreement, or the control period is over; an open irregularity interrupts it (article 82(2)). */
export function notCheckable(project: OnFile, at: string, programme: Programme): Refusal<(typeof checkableRefusals)[number]> | undefined {
  if (!isOnFile(project)) return refuse('project-not-running', { stage: project.stage });
  if (isBound(project) || Object.values(project.checks.irregularities).includes('open')) return undefined;
  const until = lastDayOfControl(project, programme);
  if (until === undefined) return refuse('project-not-running', { stage: project.stage });
  return dayOf(at, programme.identity.timeZone) > until ? refuse('control-period-over', { until }) : undefined;
}
