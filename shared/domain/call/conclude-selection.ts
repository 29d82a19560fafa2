import { z } from 'zod';
import { commandsOf, on, type Placed } from '../kernel/command.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { streamOf } from '../kernel/stream-kind.ts';
import type { Policy } from '../programme/policy.ts';
import type { PolicyKnown } from '../programme/programme.ts';
import type { Reservation } from '../project/avis/avis.ts';
import { type Project, project } from '../project/project.ts';
import { criteriaLeftOut, marksThatCount, reviewsNeeded } from '../project/review/reviews-needed.ts';
import { ApplicationNotSelected, ApplicationReserved, ApplicationSelected, withReservations } from '../project/selection/selection.ts';
import { register } from '../register/register.ts';
import { call, callKnown } from './call.ts';
import { rank } from './ranking.ts';
import type { Entry } from './scoring.ts';
import { type Ranked, SelectionConcluded } from './selection.ts';
import { byFunder } from './terms.ts';

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

const entryOf = ({ application, number, project: { application: submitted, reviews, consensus, avis } }: Registered): Entry => ({
  application,
  number,
  requested: submitted.requested,
  reviews: marksThatCount(reviews, consensus),
  unfavourable: avis.selection?.avis === 'unfavourable',
});

/** The applications whose reviews leave out a criterion, by id. */
const notMarked = (applications: readonly Registered[], rubric: Policy['rubric']): string[] =>
  applications
    .filter(({ project: { reviews, consensus } }) => marksThatCount(reviews, consensus).some((marks) => criteriaLeftOut(marks, rubric).length > 0))
    .map(({ application }) => application);

/** The committee's opinion counts where it was given, and has to be there where the policy asks for it. */
function avisRefused(eligible: readonly Registered[], { committee }: Policy): Refusal<'avis-missing' | 'avis-adjourned'> | undefined {
  const having = (avis: 'adjourned' | undefined) =>
    eligible.filter(({ project }) => project.avis.selection?.avis === avis).map(({ application }) => application);
  const missing = committee.avis === 'required' ? having(undefined) : [];
  if (missing.length > 0) return refuse('avis-missing', { applications: missing });
  const adjourned = having('adjourned');
  return adjourned.length > 0 ? refuse('avis-adjourned', { applications: adjourned }) : undefined;
}

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

export const concludeSelection = selectionCommand({
  name: 'conclude-selection',
  says: { en: 'Conclude the selection', fr: 'Conclure la sélection' },
  about:
    'Ranks the eligible applications of a closed call by the policy’s rubric, thresholds and rules for ties, and selects down the ranking as long as every funder’s part of the envelope, less what is kept back, allows. Those that no longer fit wait in reserve. The committee’s opinion counts: unfavourable, an application is not selected; with reservations, it is selected with them.',
  data: z.strictObject({}),
  example: {},
  refuses: ['call-not-closed', 'eligibility-not-assessed', 'reviews-missing', 'criteria-not-marked', 'avis-missing', 'avis-adjourned'],
  ruleVersion: 2,

  decide({ stage, terms }, _, { policy, applications }) {
    if (stage !== 'closed') return refuse('call-not-closed', { stage });
    const undecided = applications.filter(({ project }) => project.stage === 'submitted').map(({ application }) => application);
    if (undecided.length > 0) return refuse('eligibility-not-assessed', { applications: undecided });
    const eligible = applications.filter(({ project }) => project.stage === 'in-review');
    const unmarked = notMarked(eligible, policy.rubric);
    if (unmarked.length > 0) return refuse('criteria-not-marked', { applications: unmarked });
    const missing = eligible
      .map(({ application, project }) => ({ application, reviews: reviewsNeeded(project.reviews, policy, project.consensus) }))
      .filter(({ reviews }) => reviews > 0);
    if (missing.length > 0) return refuse('reviews-missing', { missing });

    const refused = avisRefused(eligible, policy);
    if (refused) return refused;

    const { ranking, envelope } = rank(eligible.map(entryOf), byFunder(terms.envelope), policy);
    const reservations = new Map(eligible.map(({ application, project }) => [application, project.avis.selection?.reservations ?? []]));
    const verdicts = ranking.map((ranked) => verdict(ranked, reservations.get(ranked.application) ?? []));
    return [SelectionConcluded({ ranking: [...ranking], envelope: [...envelope] }), ...verdicts];
  },
});
