import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { CycleResultsShared } from './experiment.ts';
import { Sharing } from './protocol.ts';

export const shareCycleResults = projectCommand({
  name: 'share-cycle-results',
  says: { en: 'Share the results of a cycle', fr: 'Mettre en discussion les résultats d’un cycle' },
  about:
    'Step 6: with whom the results of the cycle were talked over, what was learned and which effects were evaluated. It ends the cycle, so that the next one can be planned.',
  data: Sharing,
  example: {
    protocol: 'trial-workshops',
    with: ['Inhabitants of three villages', 'Municipalities'],
    learning: 'A known place matters more than equipment.',
    effects: [{ effect: 'Neighbours meet who did not before.', evaluation: 'Talks with twelve participants.' }],
    attachments: [],
  },
  refuses: ['project-not-running', 'no-cycle-under-way', 'hypotheses-not-concluded'],

  decide({ stage, experiment }, { data }) {
    if (!isRunning(stage)) return refuse('project-not-running', { stage });
    const protocol = experiment.protocols[data.protocol];
    if (!protocol?.cycle) return refuse('no-cycle-under-way', { protocol: data.protocol });
    const { cycle, hypotheses } = protocol.cycle;
    const open = hypotheses.filter((name) => !protocol.hypotheses[name]?.result);
    if (open.length > 0) return refuse('hypotheses-not-concluded', { hypotheses: open });
    return CycleResultsShared({ ...data, cycle });
  },
});
