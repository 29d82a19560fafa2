export { accessJournal } from './journal.ts';
export { migrateAccessJournal } from './migrate.ts';
export * from './port.ts';
