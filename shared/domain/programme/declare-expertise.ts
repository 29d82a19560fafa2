import { z } from 'zod';
import { ExpertiseDeclared, Topic } from './expertise.ts';
import { programmeCommand } from './programme.ts';

export const declareExpertise = programmeCommand({
  name: 'declare-expertise',
  says: { en: 'Declare my expertise', fr: 'Déclarer mes domaines d’expertise' },
  about:
    'A reviewer says what they know, in topics; the last list counts. Proposals of reviewers rest on it, beside their load and their conflicts of interest.',
  data: z.strictObject({ topics: z.array(Topic).max(40) }),
  example: { topics: ['food', 'cooperation', 'legal-form'] },
  refuses: [],

  decide: (_, { data: { topics }, by }) => ExpertiseDeclared({ person: by.id, topics: [...new Set(topics)].sort() }),
});
