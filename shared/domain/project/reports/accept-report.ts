import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { ReportAccepted, ReportNumber } from './reports.ts';

export const acceptReport = projectCommand({
  name: 'accept-report',
  says: { en: 'Accept a progress report', fr: 'Accepter un rapport d’avancement' },
  about: 'Finds that a report says what it has to say. It accepts no expenditure.',
  data: z.strictObject({ report: ReportNumber, comment: Prose.optional() }),
  example: { report: 1, comment: 'Clear and complete.' },
  refuses: ['project-not-running', 'not-by-the-holder', 'report-not-submitted'],

  decide(state, { data, by }) {
    if (!isRunning(state.stage)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (state.reports.standing[data.report]?.is !== 'submitted') return refuse('report-not-submitted', { report: data.report });
    return ReportAccepted(data);
  },
});
