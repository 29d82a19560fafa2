/** How a refusal is told over HTTP: the thing stands otherwise than the command needs (409), its content breaks a rule (422), or another must act (403). */
type Status = 403 | 409 | 422;

/** The words of a refusal. */
export interface Explained {
  readonly status: Status;
  /** What was wrong and what to do, in words for the person who asked. `{name}` stands for a detail. */
  readonly en: string;
  readonly fr: string;
}

export const explained = <const Codes extends Readonly<Record<string, Explained>>>(codes: Codes): Codes => codes;
