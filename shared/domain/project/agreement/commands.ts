import type { AnyCommand } from '../../kernel/command.ts';
import { amendAgreement } from './amend-agreement.ts';
import { answerFormalNotice } from './answer-formal-notice.ts';
import { draftAgreement } from './draft-agreement.ts';
import { draftAmendment } from './draft-amendment.ts';
import { extendAgreement } from './extend-agreement.ts';
import { giveFormalNotice } from './give-formal-notice.ts';
import { lapseAgreement } from './lapse-agreement.ts';
import { liftFormalNotice } from './lift-formal-notice.ts';
import { meetAgreementCondition } from './meet-agreement-condition.ts';
import { publishGrant } from './publish-grant.ts';
import { replaceParty } from './replace-party.ts';
import { resumeAgreement } from './resume-agreement.ts';
import { signAgreement } from './sign-agreement.ts';
import { signForParty } from './sign-for-party.ts';
import { suspendAgreement } from './suspend-agreement.ts';
import { terminateAgreement } from './terminate-agreement.ts';
import { transferProject } from './transfer-project.ts';
import { withdrawFromAgreement } from './withdraw-from-agreement.ts';

export const agreementCommands: readonly AnyCommand[] = [
  draftAgreement,
  signForParty,
  signAgreement,
  lapseAgreement,
  draftAmendment,
  amendAgreement,
  extendAgreement,
  meetAgreementCondition,
  replaceParty,
  transferProject,
  publishGrant,
  suspendAgreement,
  resumeAgreement,
  giveFormalNotice,
  answerFormalNotice,
  liftFormalNotice,
  terminateAgreement,
  withdrawFromAgreement,
];
