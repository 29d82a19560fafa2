import { commandsOf } from '../kernel/command.ts';
import type { PolicyKnown } from '../programme/programme.ts';
import { type Project, project } from '../project/project.ts';
import { register } from '../register/register.ts';
import { call, callKnown } from './call.ts';
import { CountedOutcome } from './publication.ts';

interface Counted {
  readonly application: string;
  readonly outcome: CountedOutcome;
}

/** What is made public also rests on what became of every application of the call. */
interface OutcomesKnown extends PolicyKnown {
  readonly applications: readonly Counted[];
}

/** What became of an application, as it is counted. */
export function outcomeOf({ stage, funding: { awarded } }: Pick<Project, 'stage' | 'funding'>): CountedOutcome {
  if (stage === 'draft') return 'not-handed-in';
  const { data } = CountedOutcome.safeParse(stage);
  if (data) return data;
  return awarded ? 'awarded' : 'ended';
}

/** Commands on a concluded call that read the outcome of each of its applications. */
export const outcomesKnown = commandsOf(call, async (state, asked, load): Promise<OutcomesKnown> => {
  const known = await callKnown(state, asked, load);
  if (state.stage !== 'concluded') return { ...known, applications: [] };
  const { applications } = await load(register, asked.id);
  const projects = await Promise.all(applications.map((application) => load(project, application)));
  return { ...known, applications: applications.map((application, index) => ({ application, outcome: outcomeOf(projects[index]!) })) };
});
