import type { Answer } from '../../api/read.ts';

/** A project with the share of the funder that one speaks for. */
export type CoFunded = Answer<'/v1/co-funded'>['items'][number];
