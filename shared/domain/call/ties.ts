import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Prose } from '../kernel/words.ts';
import type { RankingPolicy } from './ranking.ts';
import { compareByMarks, type Entry, scoreOf } from './scoring.ts';
import type { Ranked } from './selection.ts';

/** The chair’s vote puts applications in order, best first, that the policy’s rules for ties leave equal (voix prépondérante). */
export const TieSettled = decision('tie-settled', 1, z.strictObject({ order: z.array(ThingId).min(2), reasons: Prose }));

/** The orders that the chair gave, oldest first. */
export const settledTies = facet([] as readonly (readonly string[])[], [TieSettled], {
  'tie-settled': (all, { order }) => [...all, order],
});

/** Entries with the place that the chair’s last vote on them gave them. A vote parts those that it named, and nobody else. */
export function entriesInOrder(entries: readonly Entry[], settled: readonly (readonly string[])[]): readonly Entry[] {
  return entries.map((entry) => {
    const vote = settled.findLastIndex((order) => order.includes(entry.application));
    return vote < 0 ? entry : { ...entry, chair: { vote, place: settled[vote]!.indexOf(entry.application) } };
  });
}

/** Applications that the total and the policy’s rules for ties leave equal, best first, each tie in the order of the register. */
function tied(entries: readonly Entry[], ranking: readonly Ranked[], policy: RankingPolicy): readonly (readonly Entry[])[] {
  const known = new Map(entries.map((entry) => [entry.application, entry]));
  const placed = ranking.filter(({ outcome }) => outcome !== 'not-selected').map(({ application }) => known.get(application)!);
  const equal = (a: Entry, b: Entry) => compareByMarks(scoreOf(a, policy.rubric), scoreOf(b, policy.rubric), policy.tieBreak) === 0;
  const groups: Entry[][] = [];
  for (const entry of placed) {
    const last = groups.at(-1);
    if (last && equal(last[0]!, entry)) last.push(entry);
    else groups.push([entry]);
  }
  return groups.filter((group) => group.length > 1);
}

/**
 * The ties that the chair has still to settle, by application: those on which it depends who is selected and who waits at which place in reserve.
 * Where all who tie are selected, nothing hangs on their order.
 */
export function tiesLeft(entries: readonly Entry[], ranking: readonly Ranked[], policy: RankingPolicy): readonly (readonly string[])[] {
  const selected = new Set(ranking.filter(({ outcome }) => outcome === 'selected').map(({ application }) => application));
  return tied(entries, ranking, policy)
    .filter((group) => group.some(({ application }) => !selected.has(application)))
    .filter((group) => new Set(group.map(({ chair }) => chair?.vote)).size > 1 || !group[0]!.chair)
    .map((group) => group.toSorted((a, b) => a.number - b.number).map(({ application }) => application));
}

/** Of those that are ranked, the ones that a vote of the chair put in order, in that order. */
export function chairsOrderOf(ranking: readonly Ranked[], settled: readonly (readonly string[])[]): readonly string[] {
  const named = new Set(settled.flat());
  return ranking.filter(({ outcome, application }) => outcome !== 'not-selected' && named.has(application)).map(({ application }) => application);
}
