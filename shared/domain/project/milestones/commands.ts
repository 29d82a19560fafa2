import type { AnyCommand } from '../../kernel/command.ts';
import { agreeMilestone } from './agree-milestone.ts';
import { assessMilestone } from './assess-milestone.ts';
import { reportMilestone } from './report-milestone.ts';

export const milestonesCommands: readonly AnyCommand[] = [agreeMilestone, reportMilestone, assessMilestone];
