import type { Project } from '../project.ts';
import type { ProjectStage } from '../stage.ts';
import type { Decided, OutcomeKind } from './outcome.ts';

/** The stage in which each outcome is what the holder has to be told. */
const toldIn: Readonly<Record<OutcomeKind, ProjectStage>> = {
  eligible: 'in-review',
  ineligible: 'ineligible',
  selected: 'selected',
  reserve: 'reserve',
  'not-selected': 'not-selected',
  refused: 'refused',
  awarded: 'agreement',
};

/** The outcome that the holder was not told yet. Whoever signed the agreement knows of the award. */
export function awaitsNotification({
  stage,
  outcome: { current },
  agreement,
}: Pick<Project, 'stage' | 'outcome' | 'agreement'>): Decided | undefined {
  return current && !current.notified && toldIn[current.kind] === stage && !agreement ? current : undefined;
}
