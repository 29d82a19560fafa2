import { z } from 'zod';
import { Attachment } from '../../kernel/attachment.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { ConsolidationReported, LineNumber } from './consolidation.ts';

export const reportConsolidation = projectCommand({
  name: 'report-consolidation',
  says: { en: 'Report a consolidation', fr: 'Rendre compte d’une consolidation' },
  about: 'The holder says what was done to consolidate a level, by the line of the plan of the last review. An assessor confirms it.',
  data: z.strictObject({ line: LineNumber, report: Prose, attachments: z.array(Attachment).max(20).optional() }),
  example: { line: 1, report: 'The two uses that were vague are described with the inhabitants who will try them.' },
  refuses: ['not-in-a-phase', 'consolidation-line-unknown', 'consolidation-confirmed', 'consolidation-reported'],

  decide({ stage, consolidation: { review, lines } }, { data }) {
    if (!isPhase(stage)) return refuse('not-in-a-phase', { stage });
    const planned = lines[data.line - 1];
    if (!planned) return refuse('consolidation-line-unknown', { line: data.line });
    if (planned.confirmed) return refuse('consolidation-confirmed', { line: data.line });
    if (planned.reported) return refuse('consolidation-reported', { line: data.line });
    return ConsolidationReported({ review, ...data });
  },
});
