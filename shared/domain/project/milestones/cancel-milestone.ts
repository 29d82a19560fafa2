import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { MilestoneCancelled } from './milestones.ts';

export const cancelMilestone = projectCommand({
  name: 'cancel-milestone',
  says: { en: 'Cancel a milestone', fr: 'Annuler un jalon' },
  about: 'Agrees with the holder that a milestone is no longer awaited, with reasons. A report on it has to be assessed first.',
  data: z.strictObject({ milestone: ThingId, reasons: Prose }),
  example: { milestone: 'first-trials', reasons: 'The trials are part of another project now.' },
  refuses: ['project-not-running', 'milestone-unknown', 'milestone-cancelled', 'milestone-awaits-assessment', 'milestone-already-reached'],

  decide({ stage, milestones }, { data }) {
    const { milestone } = data;
    const agreed = milestones[milestone];
    if (!isRunning(stage)) return refuse('project-not-running', { stage });
    if (!agreed) return refuse('milestone-unknown', { milestone });
    if (agreed.cancelled) return refuse('milestone-cancelled', { milestone });
    if (agreed.reported) return refuse('milestone-awaits-assessment', { milestone });
    if (agreed.outcome === 'reached') return refuse('milestone-already-reached', { milestone });
    return MilestoneCancelled(data);
  },
});
