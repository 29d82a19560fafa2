import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { KeyFunctionsNamed } from './experiment.ts';
import { KeyFunctions } from './protocol.ts';

export const nameKeyFunctions = projectCommand({
  name: 'name-key-functions',
  says: { en: 'Name the key functions', fr: 'Identifier les fonctions clés' },
  about:
    'Says what the innovation has to do to be itself, the function to test first at the head: the functions that SRL 4 asks for and SRL 5 tests. The whole list is given each time; a function that a hypothesis rests on stays.',
  data: z.strictObject({ keyFunctions: KeyFunctions }),
  example: {
    keyFunctions: [
      { id: 'shared-premises', title: 'Shared premises' },
      { id: 'passing-on', title: 'Passing on of skills', description: 'Whoever learned to mend teaches the next.' },
    ],
  },
  refuses: ['not-in-a-phase', 'key-function-in-use'],

  decide({ stage, experiment }, { data: { keyFunctions } }) {
    if (!isPhase(stage)) return refuse('not-in-a-phase', { stage });
    const used = Object.values(experiment.protocols).flatMap(({ hypotheses }) => Object.values(hypotheses).map(({ keyFunction }) => keyFunction));
    const left = experiment.keyFunctions.filter(({ id }) => used.includes(id) && !keyFunctions.some((named) => named.id === id));
    if (left.length > 0) return refuse('key-function-in-use', { keyFunctions: left.map(({ id }) => id) });
    return KeyFunctionsNamed({ keyFunctions });
  },
});
