import type { AsOf } from '@jalon/decision-log';
import type { Answer } from './answer.ts';

/** Told how many of how many are done. */
export type Progress = (done: number, all: number) => void;

/** What each command of the command line does; a number is an exit code that something else has already explained. */
export interface Actions {
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
