import type { AnyCommand } from '../../kernel/command.ts';
import { escalateOnProject } from './escalate.ts';
import { remindOnProject } from './remind.ts';

export const dueCommands: readonly AnyCommand[] = [remindOnProject, escalateOnProject];
