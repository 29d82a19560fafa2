import { z } from 'zod';
import { Attachment } from '../../kernel/attachment.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { PieceKind } from '../../programme/policy/application.ts';
import { projectCommand } from '../project.ts';
import { openFor } from './changing.ts';
import { isPiece, PieceAttached } from './pieces.ts';

export const attachPiece = projectCommand({
  name: 'attach-piece',
  says: { en: 'Attach a piece', fr: 'Joindre une pièce' },
  about:
    'Adds a file to a draft, or to the answer to a request for missing pieces, and says what it is. Its bytes are stored first; this holds their hash, size and class of confidentiality.',
  data: z.strictObject({ kind: PieceKind, file: Attachment }),
  example: {
    kind: 'statutes',
    file: {
      hash: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
      name: 'Statutes 2026',
      mediaType: 'application/pdf',
      size: 184_320,
      confidentiality: 'assessors',
    },
  },
  refuses: ['application-not-draft', 'call-takes-no-applications', 'piece-already-attached', 'too-many-pieces'],

  decide(state, { data, at }, known) {
    const open = openFor(state, at, known);
    if (isRefusal(open)) return open;
    const { maxPieces } = known.policy.application;
    const { hash, name } = data.file;
    if (state.pieces.some((piece) => isPiece(piece, { kind: data.kind, hash }))) return refuse('piece-already-attached', { name });
    if (state.pieces.length >= maxPieces) return refuse('too-many-pieces', { maxPieces });
    return PieceAttached({ ...data, ...open });
  },
});
