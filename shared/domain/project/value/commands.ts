import type { AnyCommand } from '../../kernel/command.ts';
import { reviewValue } from './review-value.ts';

export const valueCommands: readonly AnyCommand[] = [reviewValue];
