import type { Answer } from '../../api/read.ts';

export type Project = Answer<'/v1/projects/{id}'>;
export type Reporting = Answer<'/v1/projects/{id}/reporting'>;

/** A project, with what was reported on it. */
export interface Of {
  readonly project: Project;
  readonly reporting: Reporting;
}
