import { isRefusal } from '../kernel/refusal.ts';
import { NudgeAsked, nudgeOn, nudgeRefusals } from '../process/nudge.ts';
import { ObligationEscalated } from '../process/nudges.ts';
import { sittingObligations } from './obligations.ts';
import { sittingCommand } from './sitting.ts';

export const escalateOnSitting = sittingCommand({
  name: 'escalate',
  says: { en: 'Escalate', fr: 'Alerter sur une échéance dépassée' },
  about: 'Records that the sitting is late and that its administrators were told. The process does it, on the days that the policy gives.',
  data: NudgeAsked,
  example: { obligation: 'hold-sitting:01980000-0000-7000-8000-000000000000', step: 1 },
  refuses: nudgeRefusals,

  decide(state, { data, at }, { programme }) {
    const escalated = nudgeOn(sittingObligations(state, programme), 'escalate', data, at);
    return isRefusal(escalated) ? escalated : ObligationEscalated(escalated);
  },
});
