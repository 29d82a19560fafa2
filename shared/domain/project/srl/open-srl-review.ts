import { z } from 'zod';
import { today } from '../../call/call.ts';
import { refuse } from '../../kernel/refusal.ts';
import { addToDay } from '../../kernel/time.ts';
import { projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { cadenceAt } from './cadence.ts';
import { SrlReviewOpened } from './srl.ts';

export const openSrlReview = projectCommand({
  name: 'open-srl-review',
  says: { en: 'Open an SRL review', fr: 'Ouvrir une revue SRL' },
  about:
    'Opens the periodic review of the project’s SRL, with the day it has to be concluded by. The process does it when the cadence of the phase says so; an administrator can at any time.',
  data: z.strictObject({}),
  example: {},
  refuses: ['not-in-a-phase', 'srl-review-open'],

  decide(state, { at }, known) {
    const { stage, phases, srl } = state;
    const phase = phases.current;
    if (!isPhase(stage) || !phase) return refuse('not-in-a-phase', { stage });
    if (srl.open) return refuse('srl-review-open', { review: srl.open.review });
    const opensOn = today(known, at);
    const dueOn = addToDay(opensOn, `P${known.policy.days.srlReview}D`);
    const afterOneCadence = addToDay(opensOn, cadenceAt(state, phase, at, known.programme));
    return SrlReviewOpened({ review: srl.reviews + 1, phase, dueOn, lapsesOn: afterOneCadence < dueOn ? dueOn : afterOneCadence });
  },
});
