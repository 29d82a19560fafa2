import { z } from 'zod';
import { Text } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { outcomesKnown } from './applications-known.ts';
import { ClosingReportPublished, CountedOutcome } from './publication.ts';
import { byFunder } from './terms.ts';

export const publishClosingReport = outcomesKnown({
  name: 'publish-closing-report',
  says: { en: 'Publish the closing report', fr: 'Publier le bilan de l’appel' },
  about:
    'Makes public what became of the applications, by outcome, and of each funder’s money, with words of the programme in both languages. The rule counts; published again later, it counts anew.',
  data: z.strictObject({ words: Text }),
  example: {
    words: {
      fr: 'Quinze candidatures, dont neuf retenues : le bilan de l’appel de printemps.',
      en: 'Fifteen applications, nine of them selected: what came of the spring call.',
    },
  },
  refuses: ['selection-not-concluded'],

  decide({ stage, terms, committed }, { data }, { applications }) {
    if (stage !== 'concluded') return refuse('selection-not-concluded', { stage });
    const counts = CountedOutcome.options.map((outcome) => ({ outcome, applications: applications.filter((one) => one.outcome === outcome).length }));
    return ClosingReportPublished({
      started: applications.length,
      outcomes: counts.filter((count) => count.applications > 0),
      funders: byFunder(terms.envelope).map(({ funder, amount }) => ({ funder, amount, committed: committed[funder] ?? 0 })),
      words: data.words,
    });
  },
});
