import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { ReportNumber, ReportReturned } from './reports.ts';

export const returnReport = projectCommand({
  name: 'return-report',
  says: { en: 'Return a progress report', fr: 'Renvoyer un rapport d’avancement à corriger' },
  about: 'Asks the holder to correct a report, with reasons. The policy says by when.',
  data: z.strictObject({ report: ReportNumber, reasons: Prose }),
  example: { report: 1, reasons: 'The dates of the workshops are missing.' },
  refuses: ['project-not-running', 'not-by-the-holder', 'report-not-submitted'],

  decide(state, { data, by }) {
    if (!isRunning(state.stage)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (state.reports.standing[data.report]?.is !== 'submitted') return refuse('report-not-submitted', { report: data.report });
    return ReportReturned(data);
  },
});
