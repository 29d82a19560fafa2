import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { HypothesisFormulated } from './experiment.ts';
import { Hypothesis } from './protocol.ts';

export const formulateHypothesis = projectCommand({
  name: 'formulate-hypothesis',
  says: { en: 'Formulate a hypothesis', fr: 'Formuler une hypothèse' },
  about:
    'Step 1: says what is to be tested of a key function, its rank, and the criteria by which it will be seen to hold. It can be formulated anew until a cycle takes it up.',
  data: Hypothesis,
  example: {
    protocol: 'trial-workshops',
    hypothesis: 'neighbours-come',
    statement: 'Inhabitants come to a workshop in premises that they know.',
    keyFunction: 'shared-premises',
    rank: 1,
    criteria: [{ criterion: 'attendance', text: 'At least ten inhabitants at each of three workshops.' }],
  },
  refuses: ['not-in-a-phase', 'protocol-unknown', 'key-function-unknown', 'hypothesis-already-planned'],

  decide({ stage, experiment }, { data }) {
    if (!isPhase(stage)) return refuse('not-in-a-phase', { stage });
    const protocol = experiment.protocols[data.protocol];
    if (!protocol?.opened) return refuse('protocol-unknown', { protocol: data.protocol });
    if (!protocol.keyFunctions.includes(data.keyFunction)) return refuse('key-function-unknown', { keyFunctions: [data.keyFunction] });
    if (protocol.hypotheses[data.hypothesis]?.planned) return refuse('hypothesis-already-planned', { hypothesis: data.hypothesis });
    return HypothesisFormulated(data);
  },
});
