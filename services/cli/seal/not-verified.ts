import { Failure } from '../failure.ts';

/** Why something was not verified; stable, for programs that read `--json`. */
export type Why =
  | 'unreadable'
  | 'cut'
  | 'hostile'
  | 'wrong-key'
  | 'wrong-signature'
  | 'another-log'
  | 'forked'
  | 'older'
  | 'tile-changed'
  | 'changed'
  | 'removed'
  | 'inserted'
  | 'out-of-order'
  | 'not-as-recorded'
  | 'data-kept-back'
  | 'policy-changed'
  | 'time-stamp'
  | 'not-in-the-log';

export interface Where {
  readonly file?: string;
  readonly position?: number;
  readonly decision?: string;
}

/** The one answer to whatever does not verify: what is wrong, in which file and with which decision. */
export const notVerified = (why: Why, sentence: string, where: Where = {}): Failure =>
  new Failure('not-verified', `NOT VERIFIED: ${sentence}`, { why, ...where });
