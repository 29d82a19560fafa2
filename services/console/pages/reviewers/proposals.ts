import type { Answer } from '../../api/read.ts';

export type Assignments = Answer<'/v1/calls/{id}/assignments'>;
export type Application = Assignments['applications'][number];
export type Reviewer = Assignments['reviewers'][number];

/** Why a person cannot be asked to review an application. */
export type Barred = 'holder' | 'conflict' | 'left' | 'asked' | 'submitted';

export interface Proposal {
  readonly reviewer: Reviewer;
  readonly barred: Barred | undefined;
  /** Topics wanted that they know. */
  readonly known: readonly string[];
}

export function barredFrom({ holder, conflicts, reviews }: Application, person: string): Barred | undefined {
  const part = reviews.find((review) => review.person === person);
  if (person === holder) return 'holder';
  if (part?.standing === 'conflict' || conflicts.includes(person)) return 'conflict';
  return part?.standing;
}

/** Reviewers for an application: those who know most of the topics wanted first, then those who owe least; those who cannot be asked last, with why. */
export function proposalsFor(application: Application, reviewers: readonly Reviewer[], topics: readonly string[]): readonly Proposal[] {
  const all = reviewers.map((reviewer) => ({
    reviewer,
    barred: barredFrom(application, reviewer.person),
    known: topics.filter((topic) => reviewer.topics.includes(topic)),
  }));
  return all.toSorted(
    (a, b) => Number(a.barred !== undefined) - Number(b.barred !== undefined) || b.known.length - a.known.length || a.reviewer.open - b.reviewer.open,
  );
}

/** One assignment that is proposed. */
export interface Planned {
  readonly project: string;
  readonly title: string;
  readonly person: string;
}

/** Reviewers for every place that is free, so that nobody owes more than needed; places that nobody can take stay free. */
export function plan({ applications, reviewers }: Pick<Assignments, 'applications' | 'reviewers'>, topics: readonly string[]): readonly Planned[] {
  const open = new Map(reviewers.map(({ person, open: owed }) => [person, owed]));
  const planned: Planned[] = [];
  for (const application of applications) {
    const loaded = reviewers.map((reviewer) => ({ ...reviewer, open: open.get(reviewer.person) ?? 0 }));
    const free = proposalsFor(application, loaded, topics).filter(({ barred }) => barred === undefined);
    for (const { reviewer } of free.slice(0, application.missing)) {
      open.set(reviewer.person, (open.get(reviewer.person) ?? 0) + 1);
      planned.push({ project: application.project, title: application.title, person: reviewer.person });
    }
  }
  return planned;
}
