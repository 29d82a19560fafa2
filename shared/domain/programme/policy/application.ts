import { z } from 'zod';
import { Text } from '../../kernel/actor.ts';

/** What a piece of a file is: statutes, accounts, budget, the signatory's power (pouvoir), bank details (RIB), a letter of support, or another. */
export const PieceKind = z.enum(['statutes', 'accounts', 'budget', 'signatory-power', 'bank-details', 'letter-of-support', 'other']);
export type PieceKind = z.output<typeof PieceKind>;

const Pieces = z.array(PieceKind).max(PieceKind.options.length);

const remedies: Text = {
  fr: 'La décision, même implicite, peut faire l’objet d’un recours gracieux auprès de l’autorité, ou d’un recours devant le tribunal administratif, dans un délai de deux mois.',
  en: 'The decision, implied or express, can be appealed to the authority itself, or before the administrative court, within two months.',
};

/** What an application has to hold, and what its acknowledgement of receipt says. */
export const applicationPart = {
  application: z
    .strictObject({
      /** What a file usually holds: shown to applicants as expected. */
      pieces: Pieces.default(['statutes', 'accounts', 'signatory-power']),
      /** Those without which an application cannot be handed in. None by default: what is expected and missing is asked for as a supplement. */
      requiredPieces: Pieces.default([]),
      /** The most pieces that one application may hold. */
      maxPieces: z.int().min(1).max(500).default(60),
      /** Remedies and their time limits, as the acknowledgement of receipt states them (CRPA R112-5, CJA R421-5). */
      remedies: Text.default(remedies),
    })
    .prefault({}),
};
