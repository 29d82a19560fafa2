import { ExpenditureDeclared } from '@jalon/domain/decisions';
import type { Piece } from './piece.ts';

type ExpenditureLine = ReturnType<typeof ExpenditureDeclared>['data']['lines'][number];

interface Costs {
  readonly pieces: readonly Piece[];
  readonly missing: readonly string[];
}

/** Which lines of a statement belong to which point: real costs have invoices, simplified ones a method. */
const belongs: Readonly<Record<string, (line: ExpenditureLine) => boolean>> = {
  '12': ({ basis }) => basis === 'real',
  '13': ({ basis }) => basis !== 'real',
};

/** The statements with real costs (point 12) or simplified ones (point 13), and the lines whose proof is not there; undefined for other points. */
export function linesOf(point: string, pieces: readonly Piece[]): Costs | undefined {
  const wanted = belongs[point];
  if (!wanted) return undefined;
  const statements = pieces.flatMap((piece) => {
    const declared = piece.decision.type === ExpenditureDeclared.type ? ExpenditureDeclared.data.safeParse(piece.decision.data) : undefined;
    if (!declared?.success) return [];
    const { report, lines } = declared.data;
    return lines.some(wanted) ? [{ piece, report, lines: lines.filter(wanted) }] : [];
  });
  const missing = statements.flatMap(({ report, lines }) => lines.flatMap((line) => lacksOf(report, line)));
  return { pieces: statements.map(({ piece }) => piece), missing };
}

function lacksOf(report: number, { line, basis, item, piece, paidOn }: ExpenditureLine): readonly string[] {
  const of = `ligne ${line} du bilan ${report} (${item})`;
  if (basis === 'flat-rate') return [];
  return [
    ...(piece === undefined
      ? [basis === 'real' ? `La facture de la ${of} n’est pas au dossier.` : `La preuve du résultat de la ${of} n’est pas au dossier.`]
      : []),
    ...(basis === 'real' && paidOn === undefined ? [`La date de paiement de la ${of} n’est pas consignée.`] : []),
  ];
}
