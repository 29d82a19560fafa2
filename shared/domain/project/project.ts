import { z } from 'zod';
import { type Call, call } from '../call/call.ts';
import type { Actor } from '../kernel/actor.ts';
import { type Asked, commandsOf, type Load } from '../kernel/command.ts';
import { type StateOf, streamKind } from '../kernel/stream-kind.ts';
import { nudges } from '../process/nudges.ts';
import { type PolicyKnown, policyKnown } from '../programme/programme.ts';
import { agreement } from './agreement/agreement.ts';
import { application } from './application/application.ts';
import { caseStudy } from './case-study/case-study.ts';
import { funding } from './funding/funding.ts';
import { tranches } from './funding/tranches.ts';
import { milestones } from './milestones/milestones.ts';
import { phases } from './phases/phases.ts';
import { reviews } from './review/review.ts';
import { selected } from './selection/selection.ts';
import { srl } from './srl/srl.ts';
import { stage } from './stage.ts';

/** A project, from the first draft of its application to the end of its last phase. */
export const project = streamKind('project', {
  stage,
  caseStudy,
  application,
  reviews,
  selected,
  funding,
  agreement,
  phases,
  milestones,
  srl,
  tranches,
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

/** Whoever holds a project may not judge it. */
export const isHolder = ({ application: { holder } }: Project, by: Actor): boolean => holder === by.id;
