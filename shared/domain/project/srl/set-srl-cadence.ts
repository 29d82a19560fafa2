import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Duration } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { reviewInPhase } from '../phases/gate.ts';
import { isHolder, projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { SrlCadenceSet } from './srl.ts';

export const setSrlCadence = projectCommand({
  name: 'set-srl-cadence',
  says: { en: 'Set the cadence and support of a project', fr: 'Adapter le rythme des revues et l’accompagnement' },
  about:
    'Changes how often the SRL of this project is reviewed, and the support that goes with it, on the ground of the last review of its phase. It holds until the project enters another phase; gates already decided stand.',
  data: z.strictObject({ every: Duration, support: Prose.optional(), reasons: Prose }),
  example: { every: 'P2M', support: 'A day a month with a researcher.', reasons: 'Levels 2 and 3 move fast and have to be followed closely.' },
  refuses: ['not-in-a-phase', 'not-by-the-holder', 'srl-review-missing'],

  decide(state, { data, by }) {
    const { stage, phases } = state;
    if (!isPhase(stage) || !phases.current) return refuse('not-in-a-phase', { stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    const review = reviewInPhase(state);
    return review ? SrlCadenceSet({ review: review.review, ...data }) : refuse('srl-review-missing', { phase: phases.current });
  },
});
