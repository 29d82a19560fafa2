import type { Answer } from '../../../api/read.ts';

/** A command that was decided again, and how it came out. */
export type Redecided = Answer<'/v1/journal/{position}/redecided'>;
export type Outcome = Redecided['outcome'];

export const outcomes = ['agrees', 'differs', 'other-rule', 'other-grounds'] as const satisfies readonly Outcome[];
const colours = { agrees: 'green', differs: 'red', 'other-rule': 'yellow', 'other-grounds': 'yellow' } as const;
export const colourOf = (outcome: Outcome): string => colours[outcome];
