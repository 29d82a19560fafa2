import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { NeedMet } from './support.ts';

export const meetNeed = projectCommand({
  name: 'meet-need',
  says: { en: 'Record that a need is met', fr: 'Constater qu’un besoin est couvert' },
  about: 'Says that the support which the project asked for was given, and how.',
  data: z.strictObject({ need: ThingId, how: Prose }),
  example: { need: 'evaluation-method', how: 'Three days of method; the evaluation plan is written.' },
  refuses: ['project-not-running', 'need-not-open'],

  decide({ stage, support }, { data }) {
    const stated = support.needs[data.need];
    if (!isRunning(stage)) return refuse('project-not-running', { stage });
    if (!stated || stated.ended) return refuse('need-not-open', { need: data.need });
    return NeedMet(data);
  },
});
