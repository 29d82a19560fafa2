import { isRefusal } from '../kernel/refusal.ts';
import { NudgeAsked, nudgeOn, nudgeRefusals } from '../process/nudge.ts';
import { ObligationReminded } from '../process/nudges.ts';
import { sittingObligations } from './obligations.ts';
import { sittingCommand } from './sitting.ts';

export const remindOnSitting = sittingCommand({
  name: 'remind',
  says: { en: 'Remind', fr: 'Rappeler une échéance' },
  about: 'Records that a reminder of the sitting went out. The process does it, on the days that the policy gives.',
  data: NudgeAsked,
  example: { obligation: 'hold-sitting:01980000-0000-7000-8000-000000000000', step: 1 },
  refuses: nudgeRefusals,

  decide(state, { data, at }, { programme }) {
    const reminded = nudgeOn(sittingObligations(state, programme), 'remind', data, at);
    return isRefusal(reminded) ? reminded : ObligationReminded(reminded);
  },
});
