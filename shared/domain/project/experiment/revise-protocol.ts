import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { ProtocolRevised } from './experiment.ts';
import { Protocol } from './protocol.ts';

export const reviseProtocol = projectCommand({
  name: 'revise-protocol',
  says: { en: 'Revise an experimentation protocol', fr: 'Modifier un protocole d’expérimentation' },
  about: 'Gives a protocol a new frame, such as its next stage or a wider perimeter. Key functions that its hypotheses rest on stay.',
  data: Protocol,
  example: {
    protocol: 'trial-workshops',
    title: 'Workshops in eight villages',
    stage: 'formalisation',
    perimeter: 'ecosystem',
    keyFunctions: ['shared-premises', 'passing-on'],
    methods: ['Observation on site with a common sheet.'],
    researchNeeds: [],
  },
  refuses: ['not-in-a-phase', 'protocol-unknown', 'key-function-unknown', 'key-function-in-use'],

  decide({ stage, experiment }, { data }) {
    if (!isPhase(stage)) return refuse('not-in-a-phase', { stage });
    const before = experiment.protocols[data.protocol];
    if (!before?.opened) return refuse('protocol-unknown', { protocol: data.protocol });
    const unknown = data.keyFunctions.filter((name) => !experiment.keyFunctions.some(({ id }) => id === name));
    if (unknown.length > 0) return refuse('key-function-unknown', { keyFunctions: unknown });
    const used = Object.values(before.hypotheses).flatMap(({ keyFunction }) => (keyFunction === undefined ? [] : [keyFunction]));
    const left = [...new Set(used)].filter((name) => !data.keyFunctions.includes(name));
    if (left.length > 0) return refuse('key-function-in-use', { keyFunctions: left });
    return ProtocolRevised(data);
  },
});
