import type { CommandHandler } from '@jalon/command-handling';
import type { Activities } from '../contract.ts';
import { actWith, type Importing, type Telling } from './act.ts';
import { viewStreamWith } from './view-stream.ts';

export type { Acted, Activities, Thing, View } from '../contract.ts';
export { type Importing, NotDecidedNow, type Telling } from './act.ts';
export { LogBehind, NotADate, type Reading, viewStreamWith } from './view-stream.ts';

/** What workflows ask of the outside, over the one door to the log. */
export const activities = (door: CommandHandler, telling: Telling, log: Importing): Activities => ({
  viewStream: viewStreamWith(door),
  act: actWith(door, telling, log),
});
