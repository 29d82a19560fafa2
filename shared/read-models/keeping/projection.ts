import type { Folded } from '@jalon/command-handling';
import type { DecisionLog, LoggedDecision } from '@jalon/decision-log';
import { type Load, parseStream, type Sitting, type StateOf } from '@jalon/domain';
import type { Effect } from '@jalon/event-bus';
import type { PoolClient } from 'pg';
import { recordInJournal } from '../audit-journal/journal.ts';
import { callRow } from '../calls/call-board.ts';
import type { toldCall } from '../calls/story.ts';
import { seeCall, seeProject } from '../folding/context.ts';
import { ViewStates } from '../folding/states.ts';
import { type LessonRow, lessonRows, writeLessons } from '../lessons/lessons.ts';
import { callPlace, projectPlace, sittingPlace } from '../my-work/places.ts';
import { type WorkItem, type Workplace, workItems, writeWork } from '../my-work/work.ts';
import { portfolioRow } from '../portfolio/portfolio.ts';
import { projectPage } from '../project-page/project-page.ts';
import type { toldProject } from '../project-page/story.ts';
import { dependents } from './dependents.ts';
import { type ViewOfRows, viewNames } from './schema.ts';
import { writeRows } from './view-table.ts';

/** How decisions become views: each thing that a batch touched is folded to the version applied, and its rows are written anew from that. */
export function projection(log: Pick<DecisionLog, 'readStream' | 'heads'>): Effect {
  const states = new ViewStates(log);

  async function apply(tx: PoolClient, tenant: string, decisions: readonly LoggedDecision[]): Promise<void> {
    await recordInJournal(tx, tenant, decisions);
    const touched = new Map<string, Folded>();
    for (const [stream, ofStream] of Map.groupBy(decisions, ({ stream }) => stream)) {
      touched.set(stream, await states.after(tenant, stream, ofStream));
    }
    for (const [stream, version] of await dependents(tx, tenant, decisions)) {
      if (!touched.has(stream)) touched.set(stream, await states.at(tenant, stream, version));
    }
    await write(tx, tenant, touched, states.loader(tenant, touched));
  }

  async function forget(tx: PoolClient, tenant: string): Promise<void> {
    states.clear();
    for (const view of viewNames) await tx.query(`DELETE FROM ${view} WHERE tenant = $1`, [tenant]);
  }

  return { apply, forget };
}

/** How the streams of one kind are shown: the rows that each has, and what is due on it. */
interface Shown {
  /** The rows of one thing, by view; undefined where it has none (any more). */
  readonly rows: Readonly<Record<string, object>>;
  readonly lessons?: readonly LessonRow[];
  readonly place: Workplace;
}

type Show = (id: string, folded: Folded, load: Load) => Promise<Shown | undefined>;

/** Each kind that views show, with the views that have a row of it. A kind on which things fall due is one line more. */
const shownKinds: Readonly<Record<string, { readonly views: readonly ViewOfRows[]; readonly show: Show }>> = {
  project: { views: ['portfolio', 'project_page'], show: showProject },
  call: { views: ['calls'], show: showCall },
  sitting: { views: [], show: showSitting },
};

// A stream's kind stands in its name, and each kind is folded by its own fold.
async function showProject(id: string, { state, version, lastAt }: Folded, load: Load): Promise<Shown | undefined> {
  const seen = await seeProject({ id, state: state as StateOf<typeof toldProject>, version, lastAt }, load);
  return seen && { rows: { portfolio: portfolioRow(seen), project_page: projectPage(seen) }, lessons: lessonRows(seen), place: projectPlace(seen) };
}

async function showCall(id: string, { state, version, lastAt }: Folded, load: Load): Promise<Shown | undefined> {
  const seen = await seeCall({ id, state: state as StateOf<typeof toldCall>, version, lastAt }, load);
  return seen && { rows: { calls: callRow(seen) }, place: callPlace(seen) };
}

async function showSitting(id: string, { state }: Folded, load: Load): Promise<Shown | undefined> {
  const place = await sittingPlace(id, state as Sitting, load);
  return place && { rows: {}, place };
}

/** Writes the rows of the things among these streams that views show. */
async function write(tx: PoolClient, tenant: string, touched: ReadonlyMap<string, Folded>, load: Load): Promise<void> {
  const work = new Map<string, readonly WorkItem[]>();
  const lessons = new Map<string, readonly LessonRow[]>();
  const rows = new Map<ViewOfRows, Map<string, object | undefined>>();
  for (const [stream, folded] of touched) {
    const { kind, id } = parseStream(stream);
    const kindShown = shownKinds[kind];
    if (!kindShown) continue;
    const shown = await kindShown.show(id, folded, load);
    for (const view of kindShown.views) rows.set(view, (rows.get(view) ?? new Map()).set(id, shown?.rows[view]));
    work.set(stream, shown ? workItems(shown.place) : []);
    if (kind === 'project') lessons.set(id, shown?.lessons ?? []);
  }
  for (const [view, ofView] of rows) await writeRows(tx, view, tenant, ofView);
  if (lessons.size > 0) await writeLessons(tx, tenant, lessons);
  if (work.size > 0) await writeWork(tx, tenant, work);
}
