import { z } from 'zod';
import { today } from '../../call/call.ts';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { MilestoneRevised } from './milestones.ts';

export const reviseMilestone = projectCommand({
  name: 'revise-milestone',
  says: { en: 'Revise a milestone', fr: 'Revoir un jalon' },
  about:
    'Agrees anew with the holder on what a milestone will show and by which day, with reasons. One that was found reached in part, or not, gets its new date this way.',
  data: z.strictObject({ milestone: ThingId, expected: Prose, dueOn: Day, reasons: Prose }),
  example: { milestone: 'first-trials', expected: 'Observations of two trial workshops.', dueOn: '2028-04-30', reasons: 'One site opens later.' },
  refuses: [
    'not-in-a-phase',
    'milestone-unknown',
    'milestone-cancelled',
    'milestone-awaits-assessment',
    'milestone-already-reached',
    'milestone-date-past',
  ],

  decide({ stage, milestones }, { data, at }, known) {
    const { milestone, dueOn } = data;
    const agreed = milestones[milestone];
    if (!isPhase(stage)) return refuse('not-in-a-phase', { stage });
    if (!agreed) return refuse('milestone-unknown', { milestone });
    if (agreed.cancelled) return refuse('milestone-cancelled', { milestone });
    if (agreed.reported) return refuse('milestone-awaits-assessment', { milestone });
    if (agreed.outcome === 'reached') return refuse('milestone-already-reached', { milestone });
    if (dueOn < today(known, at)) return refuse('milestone-date-past', { dueOn });
    return MilestoneRevised(data);
  },
});
