import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isDescribable } from '../stage.ts';
import { NeedKind } from './kinds.ts';
import { NeedStated } from './support.ts';

export const stateNeed = projectCommand({
  name: 'state-need',
  says: { en: 'State a need for support', fr: 'Exprimer un besoin d’accompagnement' },
  about: 'Says what the project needs support for, from the first draft on; the same need can be stated anew after it was met or withdrawn.',
  data: z.strictObject({ need: ThingId, kind: NeedKind, detail: Prose }),
  example: { need: 'evaluation-method', kind: 'method', detail: 'A method to evaluate what the trial workshops change.' },
  refuses: ['not-describable', 'need-already-stated'],

  decide({ stage, support }, { data }) {
    const stated = support.needs[data.need];
    if (!isDescribable(stage)) return refuse('not-describable', { stage });
    if (stated && !stated.ended) return refuse('need-already-stated', { need: data.need });
    return NeedStated(data);
  },
});
