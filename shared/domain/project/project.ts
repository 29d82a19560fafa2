import { z } from 'zod';
import { type Call, call } from '../call/call.ts';
import type { Actor } from '../kernel/actor.ts';
import { type Asked, commandsOf, type Load } from '../kernel/command.ts';
import { type StateOf, streamKind } from '../kernel/stream-kind.ts';
import { nudges } from '../process/nudges.ts';
import { type PolicyKnown, policyKnown } from '../programme/programme.ts';
import { agreement } from './agreement/agreement.ts';
import { drafting } from './agreement/drafting.ts';
import { appeal } from './appeal/appeal.ts';
import { application } from './application/application.ts';
import { consortium } from './application/consortium.ts';
import { intake } from './application/intake.ts';
import { pieces } from './application/pieces.ts';
import { avis } from './avis/avis.ts';
import { caseStudy } from './case-study/case-study.ts';
import { checks } from './checks/checks.ts';
import { corrections } from './checks/corrections.ts';
import { indicators } from './checks/indicators.ts';
import { experiment } from './experiment/experiment.ts';
import { funding } from './funding/funding.ts';
import { tranches } from './funding/tranches.ts';
import { withdrawal } from './funding/withdrawal.ts';
import { lessons } from './lessons/lessons.ts';
import { milestones } from './milestones/milestones.ts';
import { outcome } from './notification/outcome.ts';
import { expenditure } from './payments/expenditure/expenditure.ts';
import { payments } from './payments/payments.ts';
import { recoveries } from './payments/recovery/recovery.ts';
import { settlements } from './payments/recovery/settlement.ts';
import { conditions } from './phases/conditions.ts';
import { phases } from './phases/phases.ts';
import { reports } from './reports/reports.ts';
import { conflicts } from './review/conflicts.ts';
import { consensus } from './review/consensus.ts';
import { partakings } from './review/partakings.ts';
import { reviews } from './review/review.ts';
import { staffing } from './review/staffing.ts';
import { selected } from './selection/selection.ts';
import { assessors } from './srl/assessors.ts';
import { consolidation } from './srl/consolidation.ts';
import { srl } from './srl/srl.ts';
import { trajectory } from './srl/trajectory.ts';
import { workSrl } from './srl/works.ts';
import { stage } from './stage.ts';
import { support } from './support/support.ts';
import { targetSystem } from './target-system/target-system.ts';
import { isOrWasOfTheTeam, team } from './team/team.ts';
import { value } from './value/value.ts';

/** A project, from the first draft of its application to the end of its last phase. */
export const project = streamKind('project', {
  stage,
  caseStudy,
  application,
  pieces,
  consortium,
  intake,
  reviews,
  consensus,
  staffing,
  conflicts,
  partakings,
  outcome,
  appeal,
  avis,
  selected,
  funding,
  withdrawal,
  drafting,
  agreement,
  phases,
  conditions,
  milestones,
  assessors,
  srl,
  consolidation,
  trajectory,
  workSrl,
  tranches,
  expenditure,
  payments,
  settlements,
  recoveries,
  checks,
  corrections,
  indicators,
  support,
  team,
  targetSystem,
  experiment,
  lessons,
  value,
  reports,
  nudges,
});
export type Project = StateOf<typeof project>;

/** What every rule of a project knows beside it. */
export interface ProjectKnown extends PolicyKnown {
  readonly call: Call;
}

/** An application names its call when it is started; a project that exists has it in its state. */
const NamesCall = z.looseObject({ call: z.string() });

function callOf(state: Project, data: unknown): string | undefined {
  if (state.application.call !== '') return state.application.call;
  const named = NamesCall.safeParse(data);
  return named.success ? named.data.call : undefined;
}

export async function projectKnown(state: Project, { data, at }: Asked<unknown>, load: Load): Promise<ProjectKnown> {
  const id = callOf(state, data);
  const answered = id === undefined ? call.initial : await load(call, id);
  const programme = answered.terms.programme === '' ? state.caseStudy?.programme : answered.terms.programme;
  return { ...(await policyKnown(programme, at, load)), call: answered };
}

export const projectCommand = commandsOf(project, projectKnown);

/** Whoever holds a project may not judge it, nor does whoever is in its team, or was. */
export const isHolder = ({ application: { holder }, team }: Pick<Project, 'application' | 'team'>, by: Actor): boolean =>
  holder === by.id || isOrWasOfTheTeam(team, by.id);
