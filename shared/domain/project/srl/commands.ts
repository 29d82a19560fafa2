import type { AnyCommand } from '../../kernel/command.ts';
import { answerSrlRequest } from './answer-srl-request.ts';
import { assessSrl } from './assess-srl.ts';
import { assessWorkSrl } from './assess-work-srl.ts';
import { concludeSrlReview } from './conclude-srl-review.ts';
import { confirmConsolidation } from './confirm-consolidation.ts';
import { missSrlReview } from './miss-srl-review.ts';
import { nameAssessor } from './name-assessor.ts';
import { openSrlReview } from './open-srl-review.ts';
import { reconcileSrl } from './reconcile-srl.ts';
import { releaseAssessor } from './release-assessor.ts';
import { reportConsolidation } from './report-consolidation.ts';
import { requestSrlReview } from './request-srl-review.ts';
import { setSrlCadence } from './set-srl-cadence.ts';

export const srlCommands: readonly AnyCommand[] = [
  requestSrlReview,
  answerSrlRequest,
  nameAssessor,
  releaseAssessor,
  openSrlReview,
  assessSrl,
  reconcileSrl,
  concludeSrlReview,
  missSrlReview,
  setSrlCadence,
  reportConsolidation,
  confirmConsolidation,
  assessWorkSrl,
];
