import type { Avis } from '../project/avis/avis.ts';
import type { CastVote, Counts, Vote } from './deliberation.ts';

export interface Tally {
  readonly counts: Counts;
  /** Absent where no answer has the majority of the votes cast. */
  readonly avis?: Avis;
  readonly castingVote: boolean;
  readonly voters: readonly string[];
}

const answers: readonly Avis[] = ['favourable', 'with-reservations', 'adjourned', 'unfavourable'];

/**
 * Counts the votes on an item, those of the barred left out. An avis has more than half of the votes cast, abstentions not counted; one that has exactly half wins
 * where whoever presides voted for it (voix prépondérante).
 */
export function tallyOf(votes: Readonly<Record<string, CastVote>>, barred: ReadonlySet<string>, presiding: string): Tally {
  const counted = Object.entries(votes)
    .filter(([voter]) => !barred.has(voter))
    .map(([voter, { on, counts }]) => ({ voter, on, persons: counts.filter((person) => !barred.has(person)) }));
  const of = (answer: Vote): number => counted.reduce((sum, { on, persons }) => (on === answer ? sum + persons.length : sum), 0);
  const counts: Counts = {
    favourable: of('favourable'),
    'with-reservations': of('with-reservations'),
    adjourned: of('adjourned'),
    unfavourable: of('unfavourable'),
    abstain: of('abstain'),
  };
  const voters = [...new Set(counted.flatMap(({ persons }) => persons))];
  const cast = answers.reduce((sum, answer) => sum + counts[answer], 0);
  const majority = answers.find((answer) => counts[answer] * 2 > cast);
  if (majority) return { counts, voters, avis: majority, castingVote: false };
  const casting = counted.find(({ voter }) => voter === presiding)?.on;
  const tied = answers.find((answer) => answer === casting && counts[answer] * 2 === cast);
  return { counts, voters, ...(tied && { avis: tied }), castingVote: tied !== undefined };
}
