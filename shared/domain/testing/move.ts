import type { Actor } from '../kernel/actor.ts';
import type { AnyCommand } from '../kernel/command.ts';

/** Something that somebody may try on a thing. */
export interface Move {
  readonly subject: string;
  readonly command: AnyCommand;
  readonly actor: Actor;
  readonly data: unknown;
}

/** A number that stands for the circumstances of a move: marks, amounts, outcomes follow from it. */
export type Circumstance = number;
