import { z } from 'zod';
import { today } from '../../call/call.ts';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { VisitPlanned } from './checks.ts';
import { checkableRefusals, notCheckable } from './control-period.ts';

export const planVisit = projectCommand({
  name: 'plan-visit',
  says: { en: 'Plan a visit', fr: 'Programmer une visite sur place' },
  about: 'Plans a visit on site, or gives one that has not taken place another day, and says what it is for.',
  data: z.strictObject({ visit: ThingId, plannedOn: Day, purpose: Prose }),
  example: { visit: 'first-visit', plannedOn: '2028-04-12', purpose: 'See two workshops and the time sheets.' },
  refuses: [...checkableRefusals, 'not-by-the-holder', 'visit-already-recorded', 'visit-in-the-past'],

  decide(state, { data, by, at }, known) {
    const barred = notCheckable(state, at, known.programme);
    if (barred) return barred;
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (state.checks.visits[data.visit]?.recorded) return refuse('visit-already-recorded', { visit: data.visit });
    return data.plannedOn < today(known, at) ? refuse('visit-in-the-past', { plannedOn: data.plannedOn }) : VisitPlanned(data);
  },
});
