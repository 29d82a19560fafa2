import { z } from 'zod';
import { Text } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { outcomesKnown } from './applications-known.ts';
import { ResultsPublished } from './publication.ts';

export const publishResults = outcomesKnown({
  name: 'publish-results',
  says: { en: 'Publish the results', fr: 'Publier les résultats' },
  about:
    'Makes public which applications are selected, in words of the programme in both languages. The rule lists them; those that are not selected are never named.',
  data: z.strictObject({ words: Text }),
  example: { words: { fr: 'Neuf projets sont retenus.', en: 'Nine projects are selected.' } },
  refuses: ['selection-not-concluded', 'results-already-published'],

  decide({ stage, publication }, { data }, { applications }) {
    if (stage !== 'concluded') return refuse('selection-not-concluded', { stage });
    if (publication.results) return refuse('results-already-published');
    const selected = applications.filter(({ outcome }) => outcome === 'selected' || outcome === 'awarded').map(({ application }) => application);
    return ResultsPublished({ selected, words: data.words });
  },
});
