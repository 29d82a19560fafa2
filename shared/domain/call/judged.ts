import { commandsOf } from '../kernel/command.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Policy } from '../programme/policy.ts';
import type { PolicyKnown } from '../programme/programme.ts';
import { type Project, project } from '../project/project.ts';
import { unsettled } from '../project/review/conflicts.ts';
import { criteriaLeftOut, marksThatCount, reviewsNeeded } from '../project/review/reviews-needed.ts';
import { register } from '../register/register.ts';
import { call, callKnown } from './call.ts';
import type { Entry } from './scoring.ts';

/** An application of a call; its number is its place in the register. */
export interface Registered {
  readonly application: string;
  readonly number: number;
  readonly project: Project;
}

/** What judges the applications of a call also reads the register and every application. */
interface JudgingKnown extends PolicyKnown {
  readonly applications: readonly Registered[];
}

export const judgingCommand = commandsOf(call, async (state, asked, load): Promise<JudgingKnown> => {
  const known = await callKnown(state, asked, load);
  if (state.stage !== 'closed') return { ...known, applications: [] };
  const { applications } = await load(register, asked.id);
  const projects = await Promise.all(applications.map((application) => load(project, application)));
  return { ...known, applications: applications.map((application, index) => ({ application, number: index + 1, project: projects[index]! })) };
});

/** An application as a ranking takes it: with the marks that count, and with the committee’s opinion where that is against it. */
export const entryOf = ({ application, number, project: { application: submitted, reviews, consensus, avis } }: Registered): Entry => ({
  application,
  number,
  requested: submitted.requested,
  reviews: marksThatCount(reviews, consensus),
  unfavourable: avis.selection?.avis === 'unfavourable',
});

export const eligibleOf = (applications: readonly Registered[]): readonly Registered[] =>
  applications.filter(({ project: { stage } }) => stage === 'in-review');

const idsOf = (applications: readonly Registered[]): string[] => applications.map(({ application }) => application);

export const judgingRefusals = ['eligibility-not-assessed', 'reviews-missing', 'criteria-not-marked', 'conflicts-to-reassess'] as const;

/** Why the applications of a closed call cannot be ranked yet: eligibility, reviews or marks are missing, or a conflict of interest has to be settled first. */
export function notYetJudged(applications: readonly Registered[], policy: Policy): Refusal<(typeof judgingRefusals)[number]> | undefined {
  const undecided = applications.filter(({ project: { stage } }) => stage === 'submitted');
  if (undecided.length > 0) return refuse('eligibility-not-assessed', { applications: idsOf(undecided) });
  const eligible = eligibleOf(applications);
  const unmarked = eligible.filter(({ project: { reviews, consensus } }) =>
    marksThatCount(reviews, consensus).some((marks) => criteriaLeftOut(marks, policy.rubric).length > 0),
  );
  if (unmarked.length > 0) return refuse('criteria-not-marked', { applications: idsOf(unmarked) });
  const missing = eligible
    .map(({ application, project: { reviews, consensus } }) => ({ application, reviews: reviewsNeeded(reviews, policy, consensus) }))
    .filter(({ reviews }) => reviews > 0);
  if (missing.length > 0) return refuse('reviews-missing', { missing });
  const reopened = eligible.filter(({ project: { conflicts } }) => unsettled(conflicts).length > 0);
  return reopened.length > 0 ? refuse('conflicts-to-reassess', { applications: idsOf(reopened) }) : undefined;
}

/** The committee’s opinion counts where it was given, and has to be there where the policy asks for it. */
export function avisRefused(eligible: readonly Registered[], { committee }: Policy): Refusal<'avis-missing' | 'avis-adjourned'> | undefined {
  const having = (avis: 'adjourned' | undefined) => idsOf(eligible.filter(({ project }) => project.avis.selection?.avis === avis));
  const missing = committee.avis === 'required' ? having(undefined) : [];
  if (missing.length > 0) return refuse('avis-missing', { applications: missing });
  const adjourned = having('adjourned');
  return adjourned.length > 0 ? refuse('avis-adjourned', { applications: adjourned }) : undefined;
}
