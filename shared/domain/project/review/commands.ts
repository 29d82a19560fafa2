import type { AnyCommand } from '../../kernel/command.ts';
import { assignReviewer } from './assign-reviewer.ts';
import { declareConflict } from './declare-conflict.ts';
import { submitReview } from './submit-review.ts';

export const reviewCommands: readonly AnyCommand[] = [assignReviewer, declareConflict, submitReview];
