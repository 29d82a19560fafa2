export type { LogReporter } from './database.ts';
export { canonicalText, dataDigest, type Envelope } from './envelope.ts';
export { DecisionTooLarge, InvalidAppend, LogUnavailable, UnsafeDatabase, WrongClock } from './errors.ts';
export { inGroups } from './groups.ts';
export { migrate } from './migrate.ts';
export { type OpenedLog, type OpenLog, openLog } from './open.ts';
export * from './port.ts';
