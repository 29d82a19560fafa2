import type { AnyCommand } from '../../kernel/command.ts';
import { publishTargetSystem } from './publish-target-system.ts';
import { reviseTargetSystem } from './revise-target-system.ts';

export const targetSystemCommands: readonly AnyCommand[] = [reviseTargetSystem, publishTargetSystem];
