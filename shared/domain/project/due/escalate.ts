import { isRefusal } from '../../kernel/refusal.ts';
import { NudgeAsked, nudgeOn, nudgeRefusals } from '../../process/nudge.ts';
import { ObligationEscalated } from '../../process/nudges.ts';
import { projectObligations } from '../obligations.ts';
import { projectCommand } from '../project.ts';

export const escalateOnProject = projectCommand({
  name: 'escalate',
  says: { en: 'Escalate', fr: 'Alerter sur une échéance dépassée' },
  about:
    'Records that something on the project is late and that its administrators were told. The process does it, on the days that the policy gives.',
  data: NudgeAsked,
  example: { obligation: 'review:01980000-0000-7000-8000-000000000000', step: 1 },
  refuses: nudgeRefusals,
  ruleVersion: 2,

  decide(state, { data, at }, { programme }) {
    const escalated = nudgeOn(projectObligations(state, programme), 'escalate', data, at);
    return isRefusal(escalated) ? escalated : ObligationEscalated(escalated);
  },
});
