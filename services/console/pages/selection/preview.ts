import type { Answer } from '../../api/read.ts';

export type Preview = Answer<'/v1/calls/{id}/selection-preview'>;

/** What can become of an application, in the order in which they are shown. */
export const outcomes = ['selected', 'reserve', 'not-selected'] as const;
