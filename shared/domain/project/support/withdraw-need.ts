import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isDescribable } from '../stage.ts';
import { NeedWithdrawn } from './support.ts';

export const withdrawNeed = projectCommand({
  name: 'withdraw-need',
  says: { en: 'Take back a need', fr: 'Renoncer à un besoin d’accompagnement' },
  about: 'Says that the project no longer needs the support that it asked for, and why.',
  data: z.strictObject({ need: ThingId, reasons: Prose }),
  example: { need: 'evaluation-method', reasons: 'A research partner brings the method.' },
  refuses: ['not-describable', 'need-not-open'],

  decide({ stage, support }, { data }) {
    const stated = support.needs[data.need];
    if (!isDescribable(stage)) return refuse('not-describable', { stage });
    if (!stated || stated.ended) return refuse('need-not-open', { need: data.need });
    return NeedWithdrawn(data);
  },
});
