import { z } from 'zod';
import { refuse } from '../../../kernel/refusal.ts';
import { isPast } from '../../agreement/last-day.ts';
import { projectCommand } from '../../project.ts';
import { isBound } from '../standing.ts';
import { answerDay } from './answer-day.ts';
import { awaitsAnswer, ExaminationClosed } from './expenditure.ts';

export const closeExamination = projectCommand({
  name: 'close-examination',
  says: { en: 'Close the time to answer an examination', fr: 'Clore le contradictoire' },
  about:
    'Records that the time to answer what was set aside is over, so that the examination can be concluded without an answer. The process does it.',
  data: z.strictObject({}),
  example: {},
  refuses: ['project-not-running', 'time-to-answer-not-over'],

  decide(state, { at }, { programme }) {
    const { stage, expenditure } = state;
    if (!isBound(state)) return refuse('project-not-running', { stage });
    const over = Object.entries(expenditure).filter(
      ([, report]) => awaitsAnswer(report) && report.examined !== undefined && isPast(answerDay(report.examined, programme), at, programme),
    );
    const reports = over.map(([report]) => Number(report));
    return reports.length > 0 ? ExaminationClosed({ reports }) : refuse('time-to-answer-not-over');
  },
});
