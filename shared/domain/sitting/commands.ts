import type { AnyCommand } from '../kernel/command.ts';
import { adjournSitting } from './adjourn-sitting.ts';
import { cancelSitting } from './cancel-sitting.ts';
import { castVote } from './cast-vote.ts';
import { concludeItem } from './conclude-item.ts';
import { conveneSitting } from './convene-sitting.ts';
import { declareNoInterest } from './declare-no-interest.ts';
import { escalateOnSitting } from './escalate.ts';
import { giveProxy } from './give-proxy.ts';
import { hearApplicant } from './hear-applicant.ts';
import { openSitting } from './open-sitting.ts';
import { recuse } from './recuse.ts';
import { remindOnSitting } from './remind.ts';
import { signMinutes } from './sign-minutes.ts';

export const sittingCommands: readonly AnyCommand[] = [
  conveneSitting,
  giveProxy,
  declareNoInterest,
  recuse,
  openSitting,
  hearApplicant,
  castVote,
  concludeItem,
  signMinutes,
  adjournSitting,
  cancelSitting,
  remindOnSitting,
  escalateOnSitting,
];
