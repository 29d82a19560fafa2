import type { RefusalCode } from '../refusals.ts';

/** Why a command was refused: a stable code, with what the reader needs to understand it. A refusal is a value and is recorded nowhere. */
export interface Refusal<Code extends RefusalCode = RefusalCode> {
  readonly refused: Code;
  readonly details: Readonly<Record<string, unknown>>;
}

export function refuse<const Code extends RefusalCode>(code: Code, details: Readonly<Record<string, unknown>> = {}): Refusal<Code> {
  return { refused: code, details };
}

export function isRefusal(outcome: object): outcome is Refusal {
  return 'refused' in outcome;
}
