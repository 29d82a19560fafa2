import { PieceKind } from '../programme/policy/application.ts';
import { SupplementRequested } from '../project/application/intake.ts';
import type { Piece } from '../project/application/pieces.ts';
import { inReview, submitted } from './stories.ts';

/** A file of a kind; those with another number are other files. */
export const pieceOf = (kind: PieceKind, number = 1): Pick<Piece, 'kind' | 'file'> => ({
  kind,
  file: {
    hash: `${PieceKind.options.indexOf(kind)}${number}`.padEnd(64, 'a'),
    name: `${kind} ${number}`,
    mediaType: 'application/pdf',
    size: 120_000,
    confidentiality: 'assessors',
  },
});

const missingAccounts = SupplementRequested({
  supplement: 1,
  pieces: ['accounts'],
  information: ['How premises are shared.'],
  dueOn: '2027-03-20',
});

/** Its accounts are asked for on 5 March 2027, by 20 March. */
export const incomplete = submitted.at('2027-03-05T10:00:00Z').and(missingAccounts);

/** The same is asked for while it is in review, on 8 March. */
export const incompleteInReview = inReview.and({ ...missingAccounts, data: { ...missingAccounts.data, dueOn: '2027-03-23' } });
