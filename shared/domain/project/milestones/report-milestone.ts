import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { MilestoneReported } from './milestones.ts';

export const reportMilestone = projectCommand({
  name: 'report-milestone',
  says: { en: 'Report on a milestone', fr: 'Rendre compte d’un jalon' },
  about: 'The holder says what was done for a milestone, and can again after an assessment that did not find it reached.',
  data: z.strictObject({ milestone: ThingId, report: Prose }),
  example: { milestone: 'first-trials', report: 'Three workshops ran for six weeks; the observation sheets are filed.' },
  refuses: ['project-not-running', 'milestone-unknown', 'milestone-cancelled', 'milestone-awaits-assessment', 'milestone-already-reached'],

  decide({ stage, milestones }, { data }) {
    const { milestone } = data;
    const agreed = milestones[milestone];
    if (!isRunning(stage)) return refuse('project-not-running', { stage });
    if (!agreed) return refuse('milestone-unknown', { milestone });
    if (agreed.cancelled) return refuse('milestone-cancelled', { milestone });
    if (agreed.reported) return refuse('milestone-awaits-assessment', { milestone });
    if (agreed.outcome === 'reached') return refuse('milestone-already-reached', { milestone });
    return MilestoneReported(data);
  },
});
