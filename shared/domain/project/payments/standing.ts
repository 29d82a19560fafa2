import type { Actor } from '../../kernel/actor.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Phase } from '../../programme/policy/phase.ts';
import type { Policy } from '../../programme/policy.ts';
import { policyInForce } from '../../programme/programme.ts';
import { isCommitted } from '../phases/phases.ts';
import { isHolder, type Project, type ProjectKnown } from '../project.ts';
import { isPhase, isRunning } from '../stage.ts';
import { reportsOf } from './expenditure/expenditure.ts';

/** The policy that a project's payments follow: the one in force when its agreement was signed, since a later one does not change what was agreed. */
export const agreedPolicy = ({ agreement }: Pick<Project, 'agreement'>, { programme, policy }: Pick<ProjectKnown, 'programme' | 'policy'>): Policy =>
  agreement ? policyInForce(programme, agreement.signed.at).policy : policy;

/** Whether the last gate paused the project; one that closes is paid for what it did. */
export const isPaused = ({ stage, phases }: Pick<Project, 'stage' | 'phases'>): boolean => isPhase(stage) && phases.lastGate?.outcome === 'pause';

/** Whether a return keeps back the money of a phase: it is no longer committed. A project that closes is paid for what it did. */
export const isFrozen = (state: Pick<Project, 'stage' | 'phases'>, phase: Phase): boolean => isPhase(state.stage) && !isCommitted(state, phase);

/** Why no money goes out: no agreement is under way, it is suspended, or a gate paused the project. */
export function notPayable(state: Project): Refusal<'project-not-running' | 'project-paused'> | undefined {
  if (!isRunning(state.stage) || !state.agreement) return refuse('project-not-running', { stage: state.stage });
  return isPaused(state) ? refuse('project-paused') : undefined;
}

/** Whether an agreement binds both sides: expenditure, checks and recoveries go on, also while it is suspended. */
export const isBound = ({ stage, agreement }: Pick<Project, 'stage' | 'agreement'>): boolean =>
  agreement !== undefined && (isRunning(stage) || stage === 'suspended');

/** Whether somebody holds the project, or examined or certified expenditure of a phase: whoever did cannot approve, order or make its payments. */
export function tookPart(state: Project, phase: Phase, by: Actor): boolean {
  const parts = reportsOf(state.expenditure, phase).flatMap(({ examiners, certified }) => [...examiners, ...(certified ? [certified.by] : [])]);
  return isHolder(state, by) || parts.includes(by.id);
}
