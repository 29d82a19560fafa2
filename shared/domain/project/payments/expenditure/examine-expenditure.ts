import { z } from 'zod';
import { refuse } from '../../../kernel/refusal.ts';
import { isHolder, projectCommand } from '../../project.ts';
import { isBound } from '../standing.ts';
import { ExpenditureExamined, ReportNumber, RetainedLine } from './expenditure.ts';
import { faultIn, worthOf } from './retained.ts';

export const examineExpenditure = projectCommand({
  name: 'examine-expenditure',
  says: { en: 'Examine expenditure', fr: 'Instruire un bilan d’exécution' },
  about:
    'Says of each line of a statement what is retained, with reasons for what is set aside; a flat rate is worked out again on the staff costs retained. The holder is heard before anything set aside stays so.',
  data: z.strictObject({ report: ReportNumber, lines: z.array(RetainedLine).min(1).max(600) }),
  example: { report: 1, lines: [{ line: 1, retained: 400_000, reasons: 'Two days fall outside the period.' }] },
  refuses: [
    'project-not-running',
    'not-by-the-holder',
    'report-not-awaiting-examination',
    'lines-do-not-match',
    'retained-beyond-declared',
    'reasons-for-setting-aside',
  ],

  decide(state, { data, by }) {
    const { report } = data;
    const declared = state.expenditure[report];
    if (!isBound(state)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (!declared || declared.examined) return refuse('report-not-awaiting-examination', { report });
    return faultIn(declared, data.lines) ?? ExpenditureExamined({ report, ...worthOf(declared, data.lines) });
  },
});
