import { today } from '../../call/call.ts';
import { refuse } from '../../kernel/refusal.ts';
import { isBound } from '../payments/standing.ts';
import { projectCommand } from '../project.ts';
import { IndicatorReported, Reported } from './indicators.ts';

export const reportIndicator = projectCommand({
  name: 'report-indicator',
  says: { en: 'Report an indicator', fr: 'Renseigner un indicateur' },
  about:
    'Gives the count of an indicator up to a day, since the beginning, and how many of it are in each group. A later report corrects an earlier one.',
  data: Reported,
  example: { indicator: 'participants', upTo: '2028-06-30', count: 96, groups: [{ group: 'Women', count: 54 }] },
  refuses: ['project-not-running', 'indicator-unknown', 'count-to-come', 'count-goes-back', 'group-beyond-count'],

  decide(state, { data, at }, known) {
    const { indicator, upTo, count, groups } = data;
    const agreed = state.indicators.agreed[indicator];
    if (!isBound(state)) return refuse('project-not-running', { stage: state.stage });
    if (!agreed) return refuse('indicator-unknown', { indicator });
    if (upTo > today(known, at)) return refuse('count-to-come', { upTo });
    if (agreed.upTo !== undefined && upTo < agreed.upTo) return refuse('count-goes-back', { upTo: agreed.upTo });
    const beyond = groups.find((group) => group.count > count);
    return beyond ? refuse('group-beyond-count', { group: beyond.group, count }) : IndicatorReported(data);
  },
});
