import type { AnyCommand } from '../../kernel/command.ts';
import { acceptReducedAward } from './accept-reduced-award.ts';
import { announceWithdrawal } from './announce-withdrawal.ts';
import { answerWithdrawal } from './answer-withdrawal.ts';
import { decideFunding } from './decide-funding.ts';
import { dropWithdrawal } from './drop-withdrawal.ts';
import { liftReservation } from './lift-reservation.ts';
import { recordExecutory } from './record-executory.ts';
import { releaseTranche } from './release-tranche.ts';
import { renounceAward } from './renounce-award.ts';
import { requestTranche } from './request-tranche.ts';
import { withdrawAward } from './withdraw-award.ts';

export const fundingCommands: readonly AnyCommand[] = [
  decideFunding,
  recordExecutory,
  liftReservation,
  acceptReducedAward,
  renounceAward,
  announceWithdrawal,
  answerWithdrawal,
  dropWithdrawal,
  withdrawAward,
  requestTranche,
  releaseTranche,
];
