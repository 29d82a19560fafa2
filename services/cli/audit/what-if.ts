import { Changes, type SelectionBasis, type WhatIf, whatIf } from '@jalon/evidence';
import { type Answer, table } from '../answer.ts';
import { Failure } from '../failure.ts';
import type { WhatIfOptions } from './commands.ts';

/**
 * The selection that would follow, beside the real one.
 * @throws {Failure} `wrong-usage` naming each option that cannot be tried
 */
export function whatIfOf(basis: SelectionBasis, options: WhatIfOptions): Answer {
  const changes = Changes.safeParse(changesOf(options));
  if (!changes.success) throw impossible(changes.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  const answer = whatIf(basis, changes.data);
  if (!('call' in answer)) throw impossible(answer);
  return { lines: linesOf(answer), data: answer };
}

function changesOf({ weight, threshold, floor, tieBreak, leaveOut, envelope }: WhatIfOptions): unknown {
  const { total, block, ...others } = threshold ?? {};
  return {
    ...(weight && { weights: weight }),
    ...(threshold && { thresholds: { ...(total !== undefined && { total }), ...(block !== undefined && { blockPercent: block }), ...others } }),
    ...(floor && { floors: floor }),
    ...(tieBreak && { tieBreak }),
    ...(leaveOut && { leaveOut }),
    ...(envelope && { envelope }),
  };
}

const impossible = (issues: readonly { readonly path: string; readonly message: string }[]): Failure =>
  new Failure('wrong-usage', issues.map(({ path, message }) => `${path}: ${message}`).join('; '), { issues });

const place = ({ outcome, rank }: { readonly outcome: string; readonly rank?: number | undefined }): string =>
  rank === undefined ? outcome : `${outcome} (${rank})`;

function linesOf({ call, basis, agrees, real, tried, moves, changesSelection }: WhatIf): readonly string[] {
  const was = new Map(real.ranking.map((line) => [line.application, line]));
  const moved = new Set(moves.map(({ application }) => application));
  const rows = tried.ranking.map((line) => {
    const before = was.get(line.application);
    return [
      moved.has(line.application) ? '*' : '',
      line.application,
      before ? place(before) : '',
      place(line),
      String(before?.total ?? ''),
      String(line.total),
    ];
  });
  const since = basis.concluded ? `as it was concluded on ${basis.at?.slice(0, 10)}` : 'as it would be concluded now';
  return [
    `${call}, ${since}, and as tried:`,
    ...table(['', 'application', 'selection', 'tried', 'total', 'tried'], rows),
    ...tried.unjudged.map((application) => `* ${application}: nobody is left to have marked it.`),
    ...tried.ties.map((tie) => `Equal in all that parts them, and settled by no vote: ${tie.join(', ')}.`),
    ...(agrees ? [] : ['The ranking that was recorded is not the one that its rule gives again: run `jalon audit redecide`.']),
    changesSelection ? `${moves.length} move; another selection follows.` : `${moves.length} move; the same are selected.`,
  ];
}
