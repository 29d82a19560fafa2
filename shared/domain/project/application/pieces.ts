import { z } from 'zod';
import { Attachment, ContentHash } from '../../kernel/attachment.ts';
import { decision } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { PieceKind } from '../../programme/policy/application.ts';

/** `supplement` is the number of the request for missing pieces that it answers, absent for what the draft holds. */
const Attached = z.strictObject({ kind: PieceKind, file: Attachment, supplement: z.int().min(1).optional() });
export type Piece = Readonly<z.output<typeof Attached>>;

export const PieceAttached = decision('piece-attached', 1, Attached);
export const PieceRemoved = decision('piece-removed', 1, z.strictObject({ kind: PieceKind, hash: ContentHash }));

/** Whether a piece is this file, as this kind: one file can be there as two kinds. */
export const isPiece = ({ kind, file }: Piece, asked: { readonly kind: PieceKind; readonly hash: string }): boolean =>
  kind === asked.kind && file.hash === asked.hash;

/** The pieces of the file, in the order in which they came. */
export const pieces = facet([] as readonly Piece[], [PieceAttached, PieceRemoved], {
  'piece-attached': (all, attached) => [...all, attached],
  'piece-removed': (all, removed) => all.filter((piece) => !isPiece(piece, removed)),
});

/** Those of these kinds that no piece is there of. */
export const kindsMissing = (asked: readonly PieceKind[], all: readonly Piece[]): PieceKind[] =>
  [...new Set(asked)].filter((kind) => !all.some((piece) => piece.kind === kind));
