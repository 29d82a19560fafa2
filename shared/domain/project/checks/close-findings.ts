import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { isPast } from '../agreement/last-day.ts';
import { projectCommand } from '../project.ts';
import { answerDay } from './answer-day.ts';
import { awaitsAnswer, FindingsClosed } from './checks.ts';
import { isOnFile } from './control-period.ts';

export const closeFindings = projectCommand({
  name: 'close-findings',
  says: { en: 'Close the time to answer findings', fr: 'Clore le délai de réponse aux constats' },
  about: 'Records that the time to answer a finding is over, so that it can be decided on without an answer. The process does it.',
  data: z.strictObject({}),
  example: {},
  refuses: ['project-not-running', 'time-to-answer-not-over'],

  decide(state, { at }, { programme }) {
    if (!isOnFile(state)) return refuse('project-not-running', { stage: state.stage });
    const over = Object.entries(state.checks.findings).filter(
      ([, finding]) => awaitsAnswer(finding) && isPast(answerDay(finding.recorded, programme), at, programme),
    );
    return over.length > 0 ? FindingsClosed({ findings: over.map(([finding]) => finding) }) : refuse('time-to-answer-not-over');
  },
});
