import { today } from '../../call/call.ts';
import { refuse } from '../../kernel/refusal.ts';
import { addToDay, Day, dayOf } from '../../kernel/time.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { ReportContent, ReportSubmitted } from './reports.ts';

export const submitReport = projectCommand({
  name: 'submit-report',
  says: { en: 'Submit a progress report', fr: 'Remettre un rapport d’avancement' },
  about:
    'The holder reports on the activity since the last report, or since the first phase began, up to a day: activity, figures and files. The policy says how often one is due.',
  data: ReportContent.extend({ upTo: Day }),
  example: {
    upTo: '2027-12-06',
    activity: 'Three trial workshops were held; partners met twice.',
    indicators: [{ indicator: 'workshops-held', value: 3 }],
    attachments: [],
  },
  refuses: ['project-not-running', 'report-period-wrong'],

  decide({ stage, reports: { begun, last } }, { data, at }, known) {
    if (!isRunning(stage) || !begun) return refuse('project-not-running', { stage });
    const from = last ? addToDay(last.upTo, 'P1D') : dayOf(begun.at, known.programme.identity.timeZone);
    const now = today(known, at);
    if (data.upTo < from || data.upTo > now) return refuse('report-period-wrong', { from, upTo: data.upTo, today: now });
    return ReportSubmitted({ ...data, report: (last?.report ?? 0) + 1, from });
  },
});
