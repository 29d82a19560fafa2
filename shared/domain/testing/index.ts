export { Attempt, by, type Entry, givenOn, theProcess, World } from '../kernel/testing/given-when-then.ts';
export * as appealStories from './appeal-stories.ts';
export { attempt, histories, type Life, live, obligationsOn, type Plan, stepMove, type Tried, thingsOf } from './histories.ts';
export type { Move } from './move.ts';
export * as samples from './samples.ts';
export * as stories from './stories.ts';
