import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { CyclePlanned } from './experiment.ts';
import { CyclePlan } from './protocol.ts';

export const planCycle = projectCommand({
  name: 'plan-cycle',
  says: { en: 'Plan a cycle', fr: 'Planifier un cycle d’expérimentation' },
  about:
    'Steps 2 and 3 together: which hypotheses are tested, who does what when, the tools that test them, and who is mobilised at each step. One cycle at a time: the results of the one before are shared first.',
  data: CyclePlan,
  example: {
    protocol: 'trial-workshops',
    hypotheses: ['neighbours-come'],
    activities: [{ what: 'Hold three workshops.', who: 'Les Ateliers de Nulle-Part', from: '2028-03-01', to: '2028-05-31' }],
    tools: [{ name: 'Attendance sheet', purpose: 'Counts who comes, and from where.', tests: ['neighbours-come'] }],
    mobilised: [{ step: 'build-tools', who: 'Inhabitants of three villages' }],
  },
  refuses: [
    'not-in-a-phase',
    'protocol-unknown',
    'cycle-not-shared',
    'hypothesis-unknown',
    'hypothesis-already-concluded',
    'hypothesis-without-tool',
  ],

  decide({ stage, experiment }, { data }) {
    if (!isPhase(stage)) return refuse('not-in-a-phase', { stage });
    const protocol = experiment.protocols[data.protocol];
    if (!protocol?.opened) return refuse('protocol-unknown', { protocol: data.protocol });
    if (protocol.cycle) return refuse('cycle-not-shared', { cycle: protocol.cycle.cycle });
    const named = [...data.hypotheses, ...data.tools.flatMap(({ tests }) => tests)];
    const unknown = [...new Set(named)].filter((name) => !protocol.hypotheses[name]);
    if (unknown.length > 0) return refuse('hypothesis-unknown', { hypotheses: unknown });
    const settled = data.hypotheses.filter((name) => ['validated', 'refuted'].includes(protocol.hypotheses[name]?.result ?? ''));
    if (settled.length > 0) return refuse('hypothesis-already-concluded', { hypotheses: settled });
    const untested = data.hypotheses.filter((name) => !data.tools.some(({ tests }) => tests.includes(name)));
    if (untested.length > 0) return refuse('hypothesis-without-tool', { hypotheses: untested });
    return CyclePlanned({ ...data, cycle: protocol.cycles + 1 });
  },
});
