import type { AnyCommand } from '../../kernel/command.ts';
import { acknowledgeReceipt } from './acknowledge-receipt.ts';
import { addMember } from './add-member.ts';
import { answerSupplement } from './answer-supplement.ts';
import { assessEligibility } from './assess-eligibility.ts';
import { attachPiece } from './attach-piece.ts';
import { closeSupplement } from './close-supplement.ts';
import { confirmCompleteness } from './confirm-completeness.ts';
import { recordSilence } from './record-silence.ts';
import { recordSupplementMissing } from './record-supplement-missing.ts';
import { removeMember } from './remove-member.ts';
import { removePiece } from './remove-piece.ts';
import { requestSupplement } from './request-supplement.ts';
import { reviseApplication } from './revise-application.ts';
import { startApplication } from './start-application.ts';
import { submitApplication } from './submit-application.ts';
import { withdrawApplication } from './withdraw-application.ts';

export const applicationCommands: readonly AnyCommand[] = [
  startApplication,
  reviseApplication,
  attachPiece,
  removePiece,
  addMember,
  removeMember,
  submitApplication,
  acknowledgeReceipt,
  requestSupplement,
  answerSupplement,
  closeSupplement,
  recordSupplementMissing,
  confirmCompleteness,
  assessEligibility,
  recordSilence,
  withdrawApplication,
];
