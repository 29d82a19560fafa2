import { refuse } from '../../kernel/refusal.ts';
import { isBound } from '../payments/standing.ts';
import { projectCommand } from '../project.ts';
import { Indicator, IndicatorAgreed } from './indicators.ts';

export const agreeIndicator = projectCommand({
  name: 'agree-indicator',
  says: { en: 'Agree on an indicator', fr: 'Convenir d’un indicateur' },
  about: 'Agrees on a figure that the holder reports, such as participants, and on its target. Only counts are kept, no list of persons.',
  data: Indicator,
  example: { indicator: 'participants', title: 'Participants in the trial workshops', kind: 'output', target: 240 },
  refuses: ['project-not-running', 'indicator-already-agreed'],

  decide(state, { data }) {
    if (!isBound(state)) return refuse('project-not-running', { stage: state.stage });
    if (state.indicators.agreed[data.indicator]) return refuse('indicator-already-agreed', { indicator: data.indicator });
    return IndicatorAgreed(data);
  },
});
