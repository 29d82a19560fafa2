import type { AnyCommand } from '../../kernel/command.ts';
import { acceptReport } from './accept-report.ts';
import { correctReport } from './correct-report.ts';
import { returnReport } from './return-report.ts';
import { submitReport } from './submit-report.ts';

export const reportsCommands: readonly AnyCommand[] = [submitReport, correctReport, acceptReport, returnReport];
