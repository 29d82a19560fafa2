import type { Text } from '../../kernel/actor.ts';
import type { DecisionOf } from '../../kernel/decision.ts';
import type { ProjectCompleted } from './phases.ts';

/** How a project ended, in words for the screen and for letters. The level says how far it came; none is a failure. */
export function endingInWords({ outcome, srl }: Pick<DecisionOf<typeof ProjectCompleted>['data'], 'outcome' | 'srl'>): Text {
  const level = srl ? { fr: ` au niveau SRL ${srl.reached}`, en: ` at SRL ${srl.reached}` } : { fr: '', en: '' };
  return outcome === 'completed'
    ? { fr: `Achevé${level.fr}, résultats partagés`, en: `Completed${level.en}, results shared` }
    : { fr: `Terminé${level.fr}, résultats partagés`, en: `Ended${level.en}, results shared` };
}
