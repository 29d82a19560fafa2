import type { AnyCommand } from '../../kernel/command.ts';
import { notifyOutcome } from './notify-outcome.ts';

export const notificationCommands: readonly AnyCommand[] = [notifyOutcome];
