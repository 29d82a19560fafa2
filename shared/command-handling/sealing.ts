import type { AnyCommand, Refusal } from '@jalon/domain';
import { holdsPersonal, piecesIn, type Sealed, sealAs, withSealed } from '@jalon/domain/sealing';

/** Seals texts about subjects, each with the key of its own; `erased` where the subject's key was destroyed. */
export type Seal = (tenant: string, pieces: readonly { readonly of: string; readonly text: string }[]) => Promise<readonly (Sealed | 'erased')[]>;

/** Personal data came, and this process has no key to seal it with. */
export class PersonalDataNotKept extends Error {
  readonly code = 'personal-data-locked';
  readonly retryable = false;
}

/** The personal data of one command, sealed once, when it is certain that the command is decided. */
export interface ToSeal {
  /** Fields that came sealed already: nobody may give what somebody else's key opens. */
  readonly sealedAlready: readonly string[];
  /** From then on data is written out sealed. A refusal where a subject is erased. */
  seal(): Promise<Refusal | undefined>;
  /** What was asked, with what is personal sealed. */
  input(): unknown;
}

/** What of a command has to be sealed; undefined where it holds nothing personal, as nearly all do. */
export function toSeal(
  command: AnyCommand,
  tenant: string,
  stream: string,
  asked: unknown,
  parsed: unknown,
  seal: Seal | undefined,
): ToSeal | undefined {
  if (!holdsPersonal(command.data)) return undefined;
  const pieces = piecesIn(parsed, stream);
  if (pieces.length === 0) return undefined;
  let isSealed = false;
  return {
    sealedAlready: pieces.filter(({ text }) => text === undefined).map(({ path }) => path),
    input: () => withSealed(asked, parsed),
    async seal() {
      if (isSealed) return undefined;
      if (!seal) throw new PersonalDataNotKept(`${command.name} holds personal data: set JALON_PRIVACY_KEY, without which none is recorded.`);
      const plain = pieces.map(({ of, text = '' }) => ({ of, text }));
      const sealed = await seal(tenant, plain);
      const erased = pieces.find((_, index) => sealed[index] === 'erased');
      if (erased) return { refused: 'subject-erased', details: { subject: erased.of } };
      for (const [index, { personal }] of pieces.entries()) {
        const one = sealed[index];
        if (typeof one === 'object') sealAs(personal, one);
      }
      isSealed = true;
      return undefined;
    },
  };
}
