import { z } from 'zod';
import { call } from '../call/call.ts';
import { commandsOf, type Load } from '../kernel/command.ts';
import type { PolicyKnown } from '../programme/programme.ts';
import { type Project, project } from '../project/project.ts';
import { Convening, type Item } from './convocation.ts';
import { type Sitting, sitting, sittingKnown } from './sitting.ts';

/** A project of the agenda, and the programme that it belongs to; none where there is no such project. */
export interface OnAgenda {
  readonly project: Project;
  readonly programme: string;
}

/** What is asked about an agenda also rests on its projects, by id. */
export interface AgendaKnown extends PolicyKnown {
  readonly projects: Readonly<Record<string, OnAgenda>>;
  /** The programme of the call that is named; empty where there is no such call, or none is named. */
  readonly programmeOfCall: string;
}

const NamesItems = z.looseObject(Convening.pick({ items: true }).shape);
const NamesCall = z.looseObject({ call: z.string() });

function itemsOf({ stage, convocation: { items } }: Sitting, data: unknown): readonly Item[] {
  if (stage !== 'none') return items;
  return NamesItems.safeParse(data).data?.items ?? [];
}

async function programmeOfCall(data: unknown, load: Load): Promise<string> {
  const named = NamesCall.safeParse(data);
  return named.success ? (await load(call, named.data.call)).terms.programme : '';
}

async function onAgenda(id: string, load: Load): Promise<readonly [string, OnAgenda]> {
  const found = await load(project, id);
  const answered = found.application.call === '' ? call.initial : await load(call, found.application.call);
  return [id, { project: found, programme: answered.terms.programme }];
}

/** Commands of a sitting that read the projects of its agenda. */
export const agendaCommand = commandsOf(sitting, async (state, asked, load): Promise<AgendaKnown> => {
  const ids = [...new Set(itemsOf(state, asked.data).map((item) => item.project))];
  const [known, projects, programme] = await Promise.all([
    sittingKnown(state, asked, load),
    Promise.all(ids.map((id) => onAgenda(id, load))),
    programmeOfCall(asked.data, load),
  ]);
  return { ...known, projects: Object.fromEntries(projects), programmeOfCall: programme };
});

/** Who takes no part in an item: whoever recused themselves there, and whoever declared a conflict of interest with the project. */
export function barredFrom(
  { presence: { recused } }: Pick<Sitting, 'presence'>,
  { item, project: id }: Item,
  projects: Readonly<Record<string, Pick<OnAgenda, 'project'>>>,
): ReadonlySet<string> {
  return new Set([...(recused[item] ?? []), ...Object.keys(projects[id]?.project.conflicts ?? {})]);
}
