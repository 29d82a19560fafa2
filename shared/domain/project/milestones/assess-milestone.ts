import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { barredFromAssessing, whyBarred } from '../srl/who-assesses.ts';
import { isRunning } from '../stage.ts';
import { MilestoneAssessed, MilestoneOutcome } from './milestones.ts';

export const assessMilestone = projectCommand({
  name: 'assess-milestone',
  says: { en: 'Assess a milestone', fr: 'Apprécier un jalon' },
  about:
    'Says, with evidence, whether a milestone that was reported is reached, partly or not. Not by the holder, nor by whoever accompanies the project.',
  data: z.strictObject({ milestone: ThingId, outcome: MilestoneOutcome, evidence: Prose }),
  example: { milestone: 'first-trials', outcome: 'reached', evidence: 'Visit of two workshops; observation sheets complete.' },
  refuses: ['project-not-running', ...barredFromAssessing, 'milestone-not-reported'],

  decide(state, { data, by }) {
    if (!isRunning(state.stage)) return refuse('project-not-running', { stage: state.stage });
    const barred = whyBarred(state, by);
    if (barred) return barred;
    if (!state.milestones[data.milestone]?.reported) return refuse('milestone-not-reported', { milestone: data.milestone });
    return MilestoneAssessed(data);
  },
});
