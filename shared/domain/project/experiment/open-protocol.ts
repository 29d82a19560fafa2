import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { ProtocolOpened } from './experiment.ts';
import { Protocol } from './protocol.ts';

export const openProtocol = projectCommand({
  name: 'open-protocol',
  says: { en: 'Open an experimentation protocol', fr: 'Ouvrir un protocole d’expérimentation' },
  about:
    'Frames an experimentation: its stage and perimeter, the key functions that it tests, how knowledge is produced and what research is needed.',
  data: Protocol,
  example: {
    protocol: 'trial-workshops',
    title: 'Trial workshops in three villages',
    stage: 'exploratory',
    perimeter: 'organisations',
    keyFunctions: ['shared-premises'],
    methods: ['Observation on site with a common sheet.'],
    researchNeeds: ['A sociologist for the talks with inhabitants.'],
  },
  refuses: ['not-in-a-phase', 'protocol-already-open', 'key-function-unknown'],

  decide({ stage, experiment }, { data }) {
    if (!isPhase(stage)) return refuse('not-in-a-phase', { stage });
    if (experiment.protocols[data.protocol]?.opened) return refuse('protocol-already-open', { protocol: data.protocol });
    const unknown = data.keyFunctions.filter((name) => !experiment.keyFunctions.some(({ id }) => id === name));
    if (unknown.length > 0) return refuse('key-function-unknown', { keyFunctions: unknown });
    return ProtocolOpened(data);
  },
});
