export { accountsIn } from './accounts.ts';
export { migrateSessions } from './migrate.ts';
export * from './port.ts';
export { type SessionOptions, sessionsIn } from './sessions.ts';
