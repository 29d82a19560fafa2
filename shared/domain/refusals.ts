import { callRefusals } from './call/refusals.ts';
import { personalRefusals } from './kernel/personal-refusals.ts';
import { erasureRefusals } from './organisation/erasure/refusals.ts';
import { organisationRefusals } from './organisation/refusals.ts';
import { peopleRefusals } from './people/refusals.ts';
import { programmeRefusals } from './programme/refusals.ts';
import { agreementRefusals } from './project/agreement/refusals.ts';
import { appealRefusals } from './project/appeal/refusals.ts';
import { applicationRefusals } from './project/application/refusals.ts';
import { checksRefusals } from './project/checks/refusals.ts';
import { experimentRefusals } from './project/experiment/refusals.ts';
import { awardRefusals } from './project/funding/award-refusals.ts';
import { lessonsRefusals } from './project/lessons/refusals.ts';
import { notificationRefusals } from './project/notification/refusals.ts';
import { paymentsRefusals } from './project/payments/refusals.ts';
import { phasesRefusals } from './project/phases/refusals.ts';
import { projectRefusals } from './project/refusals.ts';
import { reportsRefusals } from './project/reports/refusals.ts';
import { reviewRefusals } from './project/review/refusals.ts';
import { srlRefusals } from './project/srl/refusals.ts';
import { supportRefusals } from './project/support/refusals.ts';
import { targetSystemRefusals } from './project/target-system/refusals.ts';
import { teamRefusals } from './project/team/refusals.ts';
import { sittingRefusals } from './sitting/refusals.ts';

/** Every refusal that a rule can give: a stable code, with its HTTP status and words in both languages. */
export const refusals = {
  ...personalRefusals,
  ...organisationRefusals,
  ...erasureRefusals,
  ...peopleRefusals,
  ...programmeRefusals,
  ...callRefusals,
  ...sittingRefusals,
  ...applicationRefusals,
  ...reviewRefusals,
  ...notificationRefusals,
  ...appealRefusals,
  ...awardRefusals,
  ...agreementRefusals,
  ...projectRefusals,
  ...phasesRefusals,
  ...paymentsRefusals,
  ...checksRefusals,
  ...srlRefusals,
  ...supportRefusals,
  ...teamRefusals,
  ...targetSystemRefusals,
  ...experimentRefusals,
  ...lessonsRefusals,
  ...reportsRefusals,
};

export type RefusalCode = keyof typeof refusals;
