import { z } from 'zod';
import { ContentHash } from '../../kernel/attachment.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { PieceKind } from '../../programme/policy/application.ts';
import { projectCommand } from '../project.ts';
import { openFor } from './changing.ts';
import { isPiece, PieceRemoved } from './pieces.ts';

export const removePiece = projectCommand({
  name: 'remove-piece',
  says: { en: 'Remove a piece', fr: 'Retirer une pièce du dossier' },
  about:
    'Takes a file off a draft, or off an answer to a request for missing pieces that is being prepared. What was handed in stays: a newer file goes beside it.',
  data: z.strictObject({ kind: PieceKind, hash: ContentHash }),
  example: { kind: 'statutes', hash: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae' },
  refuses: ['application-not-draft', 'call-takes-no-applications', 'piece-unknown', 'piece-handed-in'],

  decide(state, { data, at }, known) {
    const open = openFor(state, at, known);
    if (isRefusal(open)) return open;
    const piece = state.pieces.find((candidate) => isPiece(candidate, data));
    if (!piece) return refuse('piece-unknown', { kind: data.kind });
    return piece.supplement === open.supplement ? PieceRemoved(data) : refuse('piece-handed-in', { name: piece.file.name });
  },
});
