import type { Text } from '../../kernel/actor.ts';
import type { DecisionOf } from '../../kernel/decision.ts';
import type { ProjectCompleted } from './phases.ts';

type Ending = DecisionOf<typeof ProjectCompleted>['data'];

/** How each outcome is said before the level, and after it. */
const words: Readonly<Record<Ending['outcome'], { readonly before: Text; readonly after: Text }>> = {
  completed: { before: { fr: 'Achevé', en: 'Completed' }, after: { fr: 'résultats partagés', en: 'results shared' } },
  'results-shared': { before: { fr: 'Terminé', en: 'Ended' }, after: { fr: 'résultats partagés', en: 'results shared' } },
  withdrawn: {
    before: { fr: 'Terminé', en: 'Ended' },
    after: { fr: 'à la demande du porteur, résultats partagés', en: 'at the holder’s wish, results shared' },
  },
  terminated: {
    before: { fr: 'Terminé', en: 'Ended' },
    after: { fr: 'avec la convention, résultats partagés', en: 'with its agreement, results shared' },
  },
};

/** How a project ended, in words for the screen and for letters. The level says how far it came; none is a failure. */
export function endingInWords({ outcome, srl }: Pick<Ending, 'outcome' | 'srl'>): Text {
  const { before, after } = words[outcome];
  const level = srl ? { fr: ` au niveau SRL ${srl.reached}`, en: ` at SRL ${srl.reached}` } : { fr: '', en: '' };
  return { fr: `${before.fr}${level.fr}, ${after.fr}`, en: `${before.en}${level.en}, ${after.en}` };
}
