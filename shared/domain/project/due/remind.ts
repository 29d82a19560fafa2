import { isRefusal } from '../../kernel/refusal.ts';
import { NudgeAsked, nudgeOn, nudgeRefusals } from '../../process/nudge.ts';
import { ObligationReminded } from '../../process/nudges.ts';
import { projectObligations } from '../obligations.ts';
import { projectCommand } from '../project.ts';

export const remindOnProject = projectCommand({
  name: 'remind',
  says: { en: 'Remind', fr: 'Rappeler une échéance' },
  about: 'Records that a reminder of something due on the project went out. The process does it, on the days that the policy gives.',
  data: NudgeAsked,
  example: { obligation: 'review:01980000-0000-7000-8000-000000000000', step: 1 },
  refuses: nudgeRefusals,
  ruleVersion: 2,

  decide(state, { data, at }, { programme }) {
    const reminded = nudgeOn(projectObligations(state, programme), 'remind', data, at);
    return isRefusal(reminded) ? reminded : ObligationReminded(reminded);
  },
});
