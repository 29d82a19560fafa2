import { z } from 'zod';
import { today } from '../../call/call.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { ConsolidationConfirmed, LineNumber } from './consolidation.ts';
import { barredFromAssessing, whyBarred } from './who-assesses.ts';

export const confirmConsolidation = projectCommand({
  name: 'confirm-consolidation',
  says: { en: 'Confirm a consolidation', fr: 'Confirmer une consolidation' },
  about:
    'An assessor finds what was reported on a line of the consolidation plan consolidated, or still to be by another day. The levels of the project change only by its next review.',
  data: z.strictObject({ line: LineNumber, outcome: z.enum(['consolidated', 'to-continue']), evidence: Prose, dueOn: Day.optional() }),
  example: { line: 1, outcome: 'consolidated', evidence: 'Both uses were seen at work during a visit.' },
  refuses: [
    'not-in-a-phase',
    ...barredFromAssessing,
    'consolidation-line-unknown',
    'consolidation-confirmed',
    'consolidation-not-reported',
    'consolidation-day-needed',
  ],

  decide(state, { data: { line, outcome, evidence, dueOn }, by, at }, known) {
    const { stage, consolidation } = state;
    if (!isPhase(stage)) return refuse('not-in-a-phase', { stage });
    const barred = whyBarred(state, by);
    if (barred) return barred;
    const planned = consolidation.lines[line - 1];
    if (!planned) return refuse('consolidation-line-unknown', { line });
    if (planned.confirmed) return refuse('consolidation-confirmed', { line });
    if (!planned.reported) return refuse('consolidation-not-reported', { line });
    const found = { review: consolidation.review, line, outcome, assessor: by.id, evidence };
    if (outcome === 'consolidated') return ConsolidationConfirmed(found);
    return dueOn !== undefined && dueOn > today(known, at) ? ConsolidationConfirmed({ ...found, dueOn }) : refuse('consolidation-day-needed');
  },
});
