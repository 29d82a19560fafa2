import { toldOfAwards } from './awards.ts';
import { toldOfCalls } from './calls.ts';
import { toldOfCourse } from './course.ts';
import { toldOfDeadlines } from './deadlines.ts';
import { toldOfMoney } from './money.ts';
import type { Told } from './tell.ts';

/**
 * Every type of decision that is worth telling to a funder, by name: calls to which it gives, projects from their selection on, and its own deadlines. Drafts and
 * reviews never are; no sentence holds evidence, reports or reasons.
 */
export const toldDecisions: ReadonlyMap<string, Told> = new Map(
  [...toldOfCalls, ...toldOfAwards, ...toldOfCourse, ...toldOfMoney, ...toldOfDeadlines].map((one) => [one.type.type, one]),
);
