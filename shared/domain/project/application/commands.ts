import type { AnyCommand } from '../../kernel/command.ts';
import { assessEligibility } from './assess-eligibility.ts';
import { recordSilence } from './record-silence.ts';
import { reviseApplication } from './revise-application.ts';
import { startApplication } from './start-application.ts';
import { submitApplication } from './submit-application.ts';

export const applicationCommands: readonly AnyCommand[] = [startApplication, reviseApplication, submitApplication, assessEligibility, recordSilence];
