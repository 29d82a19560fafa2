import type { AnyCommand } from '../kernel/command.ts';
import { amendCall } from './amend-call.ts';
import { answerQuestion } from './answer-question.ts';
import { askQuestion } from './ask-question.ts';
import { cancelCall } from './cancel-call.ts';
import { closeCall } from './close-call.ts';
import { closeReserve } from './close-reserve.ts';
import { concludeSelection } from './conclude-selection.ts';
import { draftCall } from './draft-call.ts';
import { escalateOnCall } from './escalate.ts';
import { grantCallRole } from './grant-role.ts';
import { openCall } from './open-call.ts';
import { promoteFromReserve } from './promote-from-reserve.ts';
import { publishCall } from './publish-call.ts';
import { publishClosingReport } from './publish-closing-report.ts';
import { publishResults } from './publish-results.ts';
import { remindOnCall } from './remind.ts';
import { revokeCallRole } from './revoke-role.ts';
import { settleTie } from './settle-tie.ts';

export const callCommands: readonly AnyCommand[] = [
  draftCall,
  publishCall,
  amendCall,
  askQuestion,
  answerQuestion,
  openCall,
  closeCall,
  cancelCall,
  settleTie,
  concludeSelection,
  promoteFromReserve,
  closeReserve,
  publishResults,
  publishClosingReport,
  grantCallRole,
  revokeCallRole,
  remindOnCall,
  escalateOnCall,
];
