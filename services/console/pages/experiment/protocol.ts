import type { Answer } from '../../api/read.ts';

export type Experiments = Answer<'/v1/projects/{id}/experiment'>;
export type Protocol = Experiments['protocols'][number];
