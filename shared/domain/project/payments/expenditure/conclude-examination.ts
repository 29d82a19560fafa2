import { z } from 'zod';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { isHolder, projectCommand } from '../../project.ts';
import { isBound } from '../standing.ts';
import { awaitsAnswer, ExaminationConcluded, judged, ReportNumber, RetainedLine } from './expenditure.ts';
import { faultIn, worthOf } from './retained.ts';

type Lines = readonly RetainedLine[];

/** What the examination found, with what is said anew after the answer; the reasons first given stay where no others are. */
function revised(found: Lines, anew: Lines): RetainedLine[] {
  const known = found.map((line) => {
    const said = anew.find((other) => other.line === line.line);
    return said ? { ...(line.reasons !== undefined && { reasons: line.reasons }), ...said } : line;
  });
  return [...known, ...anew.filter(({ line }) => !found.some((other) => other.line === line))];
}

/** After the answer a line can only gain: what was not set aside before was not open to the holder's answer. */
function lowered(found: Lines, anew: Lines): Refusal<'lower-than-examined'> | undefined {
  const line = anew.find(({ line, retained }) => found.some((other) => other.line === line && retained < other.retained));
  return line && refuse('lower-than-examined', { line: line.line });
}

export const concludeExamination = projectCommand({
  name: 'conclude-examination',
  says: { en: 'Conclude an examination', fr: 'Conclure l’instruction d’un bilan' },
  about:
    'Fixes what is retained of a statement, once nothing was set aside, or the holder answered, or the time for it is over. Lines named here are retained anew after the answer, never for less than before.',
  data: z.strictObject({ report: ReportNumber, lines: z.array(RetainedLine).max(600).default([]) }),
  example: { report: 1, lines: [{ line: 1, retained: 420_000 }] },
  refuses: [
    'project-not-running',
    'not-by-the-holder',
    'report-not-examined',
    'holder-not-heard',
    'lower-than-examined',
    'lines-do-not-match',
    'retained-beyond-declared',
    'reasons-for-setting-aside',
  ],

  decide(state, { data: { report, lines }, by }) {
    const known = state.expenditure[report];
    if (!isBound(state)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (!known?.examined || known.concluded) return refuse('report-not-examined', { report });
    if (awaitsAnswer(known)) return refuse('holder-not-heard', { report });
    const open = judged(known).map(({ line }) => line);
    const found = known.examined.lines.filter(({ line }) => open.includes(line));
    const final = revised(found, lines);
    return lowered(found, lines) ?? faultIn(known, final) ?? ExaminationConcluded({ report, ...worthOf(known, final) });
  },
});
