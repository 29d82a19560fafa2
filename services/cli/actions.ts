import type { AsOf } from '@jalon/decision-log';
import type { AccessActions } from './accesses/commands.ts';
import type { Answer, Progress } from './answer.ts';
import type { AuditActions } from './audit/commands.ts';
import type { EraseActions } from './erase/commands.ts';
import type { PastActions } from './past/commands.ts';
import type { SealActions } from './seal/commands.ts';

/** What each command of the command line does; a number is an exit code that something else has already explained. */
export interface Actions extends SealActions, AuditActions, AccessActions, PastActions, EraseActions {
  start(): Promise<number>;
  import(folder: string, options: { readonly abandon: boolean }, progress: Progress): Promise<Answer>;
  catalogue(word?: string): Promise<Answer>;
  history(stream: string, options: AsOf & { readonly tenant?: string }): Promise<Answer>;
  rehydrate(options: { readonly reset: boolean }): Promise<Answer>;
  republish(): Promise<Answer>;
  rebuild(progress: Progress): Promise<Answer>;
  webhookSecret(programme: string, funder: string, options: { readonly tenant?: string }): Promise<Answer>;
  token(persona: string): Promise<Answer>;
}
