import type { Answer } from '../../api/read.ts';

/** What a project needs, was given, is paid for and learned, as it is read at once. */
export type Substance = Answer<'/v1/projects/{id}/support'>;
