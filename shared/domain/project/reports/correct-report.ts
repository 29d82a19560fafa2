import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { ReportContent, ReportCorrected, ReportNumber } from './reports.ts';

export const correctReport = projectCommand({
  name: 'correct-report',
  says: { en: 'Correct a progress report', fr: 'Corriger un rapport d’avancement' },
  about: 'The holder hands in again a report that was returned; the period that it covers stays the same.',
  data: ReportContent.extend({ report: ReportNumber }),
  example: {
    report: 1,
    activity: 'Three trial workshops, with their dates.',
    indicators: [{ indicator: 'workshops-held', value: 3 }],
    attachments: [],
  },
  refuses: ['project-not-running', 'report-not-returned'],

  decide({ stage, reports }, { data }) {
    if (!isRunning(stage)) return refuse('project-not-running', { stage });
    if (reports.standing[data.report]?.is !== 'returned') return refuse('report-not-returned', { report: data.report });
    return ReportCorrected(data);
  },
});
