import type { Project } from '../project.ts';
import type { ProjectStage } from '../stage.ts';
import type { Agreement } from './agreement.ts';

const stages: readonly ProjectStage[] = ['agreement', 'concept', 'pilot', 'institutionalisation', 'suspended'];

/** The agreement of a project while it binds the parties to go on: signed, not terminated, and not yet closing. A suspended one is among them. */
export const inForce = ({ agreement, stage }: Pick<Project, 'agreement' | 'stage'>): Agreement | undefined =>
  agreement && !agreement.terminated && stages.includes(stage) ? agreement : undefined;

export const isInForce = (project: Pick<Project, 'agreement' | 'stage'>): boolean => inForce(project) !== undefined;
