import { z } from 'zod';
import { on, type Placed } from '../kernel/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { streamOf } from '../kernel/stream-kind.ts';
import type { Reservation } from '../project/avis/avis.ts';
import { ApplicationNotSelected, ApplicationReserved, ApplicationSelected, withReservations } from '../project/selection/selection.ts';
import { avisRefused, eligibleOf, entryOf, judgingCommand, judgingRefusals, notYetJudged } from './judged.ts';
import { rank } from './ranking.ts';
import { type Ranked, SelectionConcluded } from './selection.ts';
import { byFunder } from './terms.ts';
import { chairsOrderOf, entriesInOrder, tiesLeft } from './ties.ts';

/** What the selection decides for one application. */
function verdict({ application, outcome, rank, total, requested, shares, shortfalls }: Ranked, reservations: readonly Reservation[]): Placed {
  const stream = streamOf('project', application);
  if (outcome === 'not-selected' || rank === undefined) return on(stream, ApplicationNotSelected({ total, shortfalls }));
  const placed = { rank, total, amount: requested };
  return on(
    stream,
    outcome === 'selected' ? ApplicationSelected({ ...placed, shares, ...withReservations(reservations) }) : ApplicationReserved(placed),
  );
}

export const concludeSelection = judgingCommand({
  name: 'conclude-selection',
  says: { en: 'Conclude the selection', fr: 'Conclure la sélection' },
  about:
    'Ranks the eligible applications of a closed call by the policy’s rubric, thresholds and rules for ties, the chair’s vote last, and selects down the ranking as long as every funder’s part of the envelope, less what is kept back, allows. Those that no longer fit wait in reserve. The committee’s opinion counts: unfavourable, an application is not selected; with reservations, it is selected with them.',
  data: z.strictObject({}),
  example: {},
  refuses: ['call-not-closed', ...judgingRefusals, 'avis-missing', 'avis-adjourned', 'ties-to-settle'],
  ruleVersion: 3,

  decide({ stage, terms, settledTies }, _, { policy, applications }) {
    if (stage !== 'closed') return refuse('call-not-closed', { stage });
    const eligible = eligibleOf(applications);
    const refused = notYetJudged(applications, policy) ?? avisRefused(eligible, policy);
    if (refused) return refused;

    const entries = entriesInOrder(eligible.map(entryOf), settledTies);
    const { ranking, envelope } = rank(entries, byFunder(terms.envelope), policy);
    const ties = policy.chairSettlesTies ? tiesLeft(entries, ranking, policy) : [];
    if (ties.length > 0) return refuse('ties-to-settle', { ties });
    const chairsOrder = chairsOrderOf(ranking, settledTies);
    const reservations = new Map(eligible.map(({ application, project }) => [application, project.avis.selection?.reservations ?? []]));
    const verdicts = ranking.map((ranked) => verdict(ranked, reservations.get(ranked.application) ?? []));
    const concluded = SelectionConcluded({
      ranking: [...ranking],
      envelope: [...envelope],
      ...(chairsOrder.length > 0 && { chairsOrder: [...chairsOrder] }),
    });
    return [concluded, ...verdicts];
  },
});
