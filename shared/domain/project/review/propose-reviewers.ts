/** Somebody who could review: what they know, in tags, and how many reviews they still owe in the call's projects. */
export interface Candidate {
  readonly person: string;
  readonly expertise: readonly string[];
  readonly open: number;
}

export interface Need {
  /** What the application is about, in the same tags. */
  readonly topics: readonly string[];
  readonly holder: string;
  /** Who is in conflict of interest with the application, was asked already, or declined. */
  readonly conflicts: readonly string[];
  readonly asked: readonly string[];
}

/** Why somebody is proposed, or why not. */
export type ProposalReason =
  | { readonly code: 'expertise'; readonly topics: readonly string[] }
  | { readonly code: 'load'; readonly open: number }
  | { readonly code: 'holder' | 'conflict' | 'asked-already' };

export interface Proposal {
  readonly person: string;
  /** Place among those who can be asked, from 1; absent for those who cannot. */
  readonly rank?: number;
  readonly reasons: readonly ProposalReason[];
}

function barred(person: string, { holder, conflicts, asked }: Need): ProposalReason | undefined {
  if (person === holder) return { code: 'holder' };
  if (conflicts.includes(person)) return { code: 'conflict' };
  return asked.includes(person) ? { code: 'asked-already' } : undefined;
}

/**
 * Whom to ask for a review: those who know most of what the application is about first, among equals those with the fewest reviews still to do, then by id.
 * Those who cannot be asked come last, each with the reason. It proposes; an administrator assigns.
 */
export function proposeReviewers(candidates: readonly Candidate[], need: Need): readonly Proposal[] {
  const known = ({ expertise }: Candidate) => need.topics.filter((topic) => expertise.includes(topic));
  const byId = (a: Candidate, b: Candidate) => (a.person < b.person ? -1 : 1);
  const free = candidates
    .filter(({ person }) => !barred(person, need))
    .toSorted((a, b) => known(b).length - known(a).length || a.open - b.open || byId(a, b));
  const others = candidates.filter(({ person }) => barred(person, need)).toSorted(byId);
  return [
    ...free.map((candidate, index): Proposal => {
      const topics = known(candidate);
      const load: ProposalReason = { code: 'load', open: candidate.open };
      return { person: candidate.person, rank: index + 1, reasons: topics.length > 0 ? [{ code: 'expertise', topics }, load] : [load] };
    }),
    ...others.map(({ person }): Proposal => ({ person, reasons: [barred(person, need)!] })),
  ];
}
