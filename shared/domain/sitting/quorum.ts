import type { Policy } from '../programme/policy.ts';
import { type Convocation, votingMembers } from './convocation.ts';
import type { Presence } from './presence.ts';

type Committee = { readonly convocation: Pick<Convocation, 'members'>; readonly presence: Presence };

/** The members who gave a proxy to this one and did not come themselves. */
export const giversTo = ({ proxies, attending }: Presence, holder: string): readonly string[] =>
  Object.keys(proxies).filter((giver) => proxies[giver] === holder && !attending.includes(giver));

/** The voting members who take part: those who attend, and those whom one of these represents. Whoever is barred neither votes nor represents. */
export function takingPart({ convocation, presence }: Committee, barred: ReadonlySet<string>): readonly string[] {
  const here = (person: string): boolean => presence.attending.includes(person) && !barred.has(person);
  return votingMembers(convocation).filter((person) => !barred.has(person) && (here(person) || here(presence.proxies[person] ?? '')));
}

/** How many voting members take part, and how many have to. */
export interface Quorum {
  readonly present: number;
  readonly needed: number;
}

/** The policy's share of the voting members, rounded up to a person, and never fewer than its least. The barred count for neither. */
export function neededOf(voting: number, { quorumPercent, quorumLeast }: Policy['committee']): number {
  return Math.max(quorumLeast, Math.ceil((voting * quorumPercent) / 100));
}

export function quorumOf(committee: Committee, barred: ReadonlySet<string>, policy: Policy['committee']): Quorum {
  const voting = votingMembers(committee.convocation).filter((person) => !barred.has(person));
  return { present: takingPart(committee, barred).length, needed: neededOf(voting.length, policy) };
}
