import type { AnyCommand } from '../../kernel/command.ts';
import { agreeMilestone } from './agree-milestone.ts';
import { assessMilestone } from './assess-milestone.ts';
import { cancelMilestone } from './cancel-milestone.ts';
import { reportMilestone } from './report-milestone.ts';
import { reviseMilestone } from './revise-milestone.ts';

export const milestonesCommands: readonly AnyCommand[] = [agreeMilestone, reviseMilestone, cancelMilestone, reportMilestone, assessMilestone];
