import { z } from 'zod';
import { commandsOf, on, type Placed } from '../kernel/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { streamOf } from '../kernel/stream-kind.ts';
import type { Policy } from '../programme/policy.ts';
import type { PolicyKnown } from '../programme/programme.ts';
import { type Project, project } from '../project/project.ts';
import { criteriaLeftOut, reviewsNeeded, validReviews } from '../project/review/reviews-needed.ts';
import { ApplicationNotSelected, ApplicationReserved, ApplicationSelected } from '../project/selection/selection.ts';
import { register } from '../register/register.ts';
import { call, callKnown } from './call.ts';
import { rank } from './ranking.ts';
import type { Entry } from './scoring.ts';
import { type Ranked, SelectionConcluded } from './selection.ts';

interface Registered {
  readonly application: string;
  readonly number: number;
  readonly project: Project;
}

/** The selection also reads the register and every application of the call. */
interface SelectionKnown extends PolicyKnown {
  readonly applications: readonly Registered[];
}

const selectionCommand = commandsOf(call, async (state, asked, load): Promise<SelectionKnown> => {
  const known = await callKnown(state, asked, load);
  if (state.stage !== 'closed') return { ...known, applications: [] };
  const { applications } = await load(register, asked.id);
  const projects = await Promise.all(applications.map((application) => load(project, application)));
  return { ...known, applications: applications.map((application, index) => ({ application, number: index + 1, project: projects[index]! })) };
});

const entryOf = ({ application, number, project: { application: submitted, reviews } }: Registered): Entry => ({
  application,
  number,
  requested: submitted.requested,
  reviews: validReviews(reviews).map(({ marks }) => marks),
});

/** The applications whose reviews leave out a criterion, by id. */
const notMarked = (applications: readonly Registered[], rubric: Policy['rubric']): string[] =>
  applications
    .filter(({ project: { reviews } }) => validReviews(reviews).some(({ marks }) => criteriaLeftOut(marks, rubric).length > 0))
    .map(({ application }) => application);

/** What the selection decides for one application. */
function verdict({ application, outcome, rank, total, requested, shares, shortfalls }: Ranked): Placed {
  const stream = streamOf('project', application);
  if (outcome === 'not-selected' || rank === undefined) return on(stream, ApplicationNotSelected({ total, shortfalls }));
  const placed = { rank, total, amount: requested };
  return on(stream, outcome === 'selected' ? ApplicationSelected({ ...placed, shares }) : ApplicationReserved(placed));
}

export const concludeSelection = selectionCommand({
  name: 'conclude-selection',
  says: { en: 'Conclude the selection', fr: 'Conclure la sélection' },
  about:
    'Ranks the eligible applications of a closed call by the policy’s rubric, thresholds and rules for ties, and selects down the ranking as long as every funder’s part of the envelope, less what is kept back, allows. Those that no longer fit wait in reserve.',
  data: z.strictObject({}),
  example: {},
  refuses: ['call-not-closed', 'eligibility-not-assessed', 'reviews-missing', 'criteria-not-marked'],

  decide({ stage, terms }, _, { policy, applications }) {
    if (stage !== 'closed') return refuse('call-not-closed', { stage });
    const undecided = applications.filter(({ project }) => project.stage === 'submitted').map(({ application }) => application);
    if (undecided.length > 0) return refuse('eligibility-not-assessed', { applications: undecided });
    const eligible = applications.filter(({ project }) => project.stage === 'in-review');
    const unmarked = notMarked(eligible, policy.rubric);
    if (unmarked.length > 0) return refuse('criteria-not-marked', { applications: unmarked });
    const missing = eligible
      .map(({ application, project }) => ({ application, reviews: reviewsNeeded(project.reviews, policy) }))
      .filter(({ reviews }) => reviews > 0);
    if (missing.length > 0) return refuse('reviews-missing', { missing });

    const { ranking, envelope } = rank(eligible.map(entryOf), terms.envelope, policy);
    return [SelectionConcluded({ ranking: [...ranking], envelope: [...envelope] }), ...ranking.map(verdict)];
  },
});
