import { call } from '../call/call.ts';
import { callObligations } from '../call/obligations.ts';
import type { Load } from '../kernel/command.ts';
import type { ProcessView } from '../kernel/obligation.ts';
import { programme } from '../programme/programme.ts';
import { projectObligations } from '../project/obligations.ts';
import { project } from '../project/project.ts';
import { sittingObligations } from '../sitting/obligations.ts';
import { sitting } from '../sitting/sitting.ts';

/** The kinds of thing that have a process: workflows follow them, and something can be due on them. */
export const followedKinds = ['project', 'call', 'sitting'] as const;
export type FollowedKind = (typeof followedKinds)[number];
export const isFollowedKind = (kind: string): kind is FollowedKind => (followedKinds as readonly string[]).includes(kind);

const nowhere: ProcessView = { stage: 'none', obligations: [] };

/**
 * What the process has to know of a thing, by its id. One that does not exist is at stage `none`; it owes nothing, and neither does a case study.
 * Two stages are the process's own: `settled`, of a concluded call on which nothing more can fall due, and `after-end`, of a project that has ended and is
 * checked all the same.
 */
export function processView(kind: FollowedKind, id: string, load: Load): Promise<ProcessView> {
  return { project: ofProject, call: ofCall, sitting: ofSitting }[kind](id, load);
}

/** The stage of a thing as its process has it; cheaper than the whole view, since only what is over has to be asked whether something is due all the same. */
export async function processStage(kind: FollowedKind, id: string, load: Load): Promise<string> {
  const { stage } = kind === 'project' ? await load(project, id) : kind === 'call' ? await load(call, id) : await load(sitting, id);
  return stage === 'concluded' || stage === 'ended' ? (await processView(kind, id, load)).stage : stage;
}

async function ofCall(id: string, load: Load): Promise<ProcessView> {
  const state = await load(call, id);
  if (state.stage === 'none') return nowhere;
  const obligations = callObligations(state, await load(programme, state.terms.programme));
  const settled = state.stage === 'concluded' && obligations.length === 0;
  return { stage: settled ? 'settled' : state.stage, obligations };
}

async function ofSitting(id: string, load: Load): Promise<ProcessView> {
  const state = await load(sitting, id);
  if (state.stage === 'none') return nowhere;
  return { stage: state.stage, obligations: sittingObligations(state, await load(programme, state.convocation.programme)) };
}

async function ofProject(id: string, load: Load): Promise<ProcessView> {
  const state = await load(project, id);
  if (state.application.call === '') return { stage: state.stage, obligations: [] };
  const { terms } = await load(call, state.application.call);
  const obligations = projectObligations(state, await load(programme, terms.programme));
  return { stage: state.stage === 'ended' && obligations.length > 0 ? 'after-end' : state.stage, obligations };
}
