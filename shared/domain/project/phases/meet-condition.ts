import { z } from 'zod';
import { Attachment } from '../../kernel/attachment.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { ConditionNumber, GateConditionMet } from './conditions.ts';

export const meetCondition = projectCommand({
  name: 'meet-condition',
  says: { en: 'Meet a condition of a gate', fr: 'Rendre compte d’une condition de passage' },
  about:
    'The holder says how a condition of a gate was met, by its number. Another person confirms it; until then, once its day is over, the payments of the phase wait.',
  data: z.strictObject({ condition: ConditionNumber, report: Prose, attachments: z.array(Attachment).max(20).optional() }),
  example: { condition: 1, report: 'The partnership with both municipalities was signed on 3 March.' },
  refuses: ['not-in-a-phase', 'gate-condition-unknown', 'gate-condition-confirmed', 'gate-condition-reported'],

  decide({ stage, conditions }, { data, by }) {
    if (!isPhase(stage)) return refuse('not-in-a-phase', { stage });
    const { condition } = data;
    const set = conditions.find((one) => one.condition === condition);
    if (!set) return refuse('gate-condition-unknown', { condition });
    if (set.confirmed) return refuse('gate-condition-confirmed', { condition });
    if (set.reported) return refuse('gate-condition-reported', { condition });
    return GateConditionMet({ ...data, by: by.id });
  },
});
