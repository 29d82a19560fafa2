import { call } from '../call/call.ts';
import { callObligations } from '../call/obligations.ts';
import type { Load } from '../kernel/command.ts';
import type { ProcessView } from '../kernel/obligation.ts';
import { programme } from '../programme/programme.ts';
import { projectObligations } from '../project/obligations.ts';
import { project } from '../project/project.ts';

/** What the process has to know of a call or a project, by its id. A thing that does not exist is at stage `none`; it owes nothing, and neither does a case study. */
export async function processView(kind: 'project' | 'call', id: string, load: Load): Promise<ProcessView> {
  if (kind === 'call') {
    const state = await load(call, id);
    if (state.stage === 'none') return { stage: 'none', obligations: [] };
    return { stage: state.stage, obligations: callObligations(state, await load(programme, state.terms.programme)) };
  }
  const state = await load(project, id);
  if (state.application.call === '') return { stage: state.stage, obligations: [] };
  const { terms } = await load(call, state.application.call);
  return { stage: state.stage, obligations: projectObligations(state, await load(programme, terms.programme)) };
}
