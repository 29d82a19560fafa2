import { commandsOf } from '../kernel/command.ts';
import type { PolicyKnown } from '../programme/programme.ts';
import { type Project, project } from '../project/project.ts';
import { call, callKnown } from './call.ts';

/** What is decided on the reserve list also reads whether those on it still wait there. */
interface ReserveKnown extends PolicyKnown {
  readonly inReserve: Readonly<Record<string, Project>>;
}

export const reserveCommand = commandsOf(call, async (state, asked, load): Promise<ReserveKnown> => {
  const known = await callKnown(state, asked, load);
  const ids = state.reserve.waiting.map(({ application }) => application);
  const projects = await Promise.all(ids.map(async (id) => [id, await load(project, id)] as const));
  return { ...known, inReserve: Object.fromEntries(projects.filter(([, { stage }]) => stage === 'reserve')) };
});
