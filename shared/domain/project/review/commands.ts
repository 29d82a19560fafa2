import type { AnyCommand } from '../../kernel/command.ts';
import { assignReviewer } from './assign-reviewer.ts';
import { confirmAfterConflict } from './confirm-after-conflict.ts';
import { declareConflict } from './declare-conflict.ts';
import { declineReview } from './decline-review.ts';
import { extendReview } from './extend-review.ts';
import { recordConsensus } from './record-consensus.ts';
import { releaseReviewer } from './release-reviewer.ts';
import { replaceReviewer } from './replace-reviewer.ts';
import { submitReview } from './submit-review.ts';

export const reviewCommands: readonly AnyCommand[] = [
  assignReviewer,
  declineReview,
  releaseReviewer,
  replaceReviewer,
  extendReview,
  submitReview,
  recordConsensus,
  declareConflict,
  confirmAfterConflict,
];
