import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { Prose } from '../kernel/words.ts';
import type { Policy } from '../programme/policy.ts';
import type { Call } from './call.ts';
import { eligibleOf, entryOf, judgingCommand, judgingRefusals, notYetJudged, type Registered } from './judged.ts';
import { rank } from './ranking.ts';
import { byFunder } from './terms.ts';
import { entriesInOrder, TieSettled, tiesLeft } from './ties.ts';

/** The ties among the applications of a closed call that wait for the chair’s vote. */
export function tiesOf(applications: readonly Registered[], { terms, settledTies }: Pick<Call, 'terms' | 'settledTies'>, policy: Policy) {
  if (!policy.chairSettlesTies) return [];
  const entries = entriesInOrder(eligibleOf(applications).map(entryOf), settledTies);
  return tiesLeft(entries, rank(entries, byFunder(terms.envelope), policy).ranking, policy);
}

export const settleTie = judgingCommand({
  name: 'settle-tie',
  says: { en: 'Settle a tie', fr: 'Départager des ex æquo' },
  about:
    'The chair’s vote, as the last rule for ties: puts applications in order, best first and with reasons, that the policy’s rules leave equal and on whose order it depends who is selected or comes first in reserve. Before the selection is concluded.',
  data: z.strictObject({ order: z.array(ThingId).min(2).max(1_000), reasons: Prose }),
  example: {
    order: ['repair-workshops', 'seed-library'],
    reasons: 'The workshops open two years earlier, in a canton that has nothing of the kind.',
  },
  refuses: ['call-not-closed', ...judgingRefusals, 'not-a-tie', 'conflict-of-interest'],

  decide(state, { data, by }, { policy, applications }) {
    const { stage } = state;
    if (stage !== 'closed') return refuse('call-not-closed', { stage });
    const refused = notYetJudged(applications, policy);
    if (refused) return refused;
    const named = applications.filter(({ application }) => data.order.includes(application));
    const conflict = named.find(({ project }) => project.conflicts[by.id]);
    if (conflict) return refuse('conflict-of-interest', { nature: conflict.project.conflicts[by.id]!.nature });
    const ties = tiesOf(applications, state, policy);
    const asked = data.order.toSorted().join();
    return ties.some((tie) => tie.toSorted().join() === asked) ? TieSettled(data) : refuse('not-a-tie', { ties });
  },
});
