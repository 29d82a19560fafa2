import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Day } from '../../kernel/time.ts';
import { Prose, Title } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { MilestoneAgreed } from './milestones.ts';

export const agreeMilestone = projectCommand({
  name: 'agree-milestone',
  says: { en: 'Agree on a milestone', fr: 'Convenir d’un jalon' },
  about: 'Agrees with the holder on what will be shown, and by which day.',
  data: z.strictObject({ milestone: ThingId, title: Title, expected: Prose, dueOn: Day }),
  example: { milestone: 'first-trials', title: 'First trials', expected: 'Observations of the first three trial workshops.', dueOn: '2028-01-31' },
  refuses: ['not-in-a-phase', 'milestone-already-agreed'],

  decide({ stage, milestones }, { data }) {
    if (!isPhase(stage)) return refuse('not-in-a-phase', { stage });
    if (milestones[data.milestone]) return refuse('milestone-already-agreed', { milestone: data.milestone });
    return MilestoneAgreed(data);
  },
});
