import type { Folded } from '@jalon/command-handling';
import type { DecisionLog, LoggedDecision } from '@jalon/decision-log';
import { type Load, parseStream, type StateOf, streamOf } from '@jalon/domain';
import type { Effect } from '@jalon/event-bus';
import type { PoolClient } from 'pg';
import { recordInJournal } from '../audit-journal/journal.ts';
import { callRow } from '../calls/call-board.ts';
import type { toldCall } from '../calls/story.ts';
import { type CallSeen, type ProjectSeen, seeCall, seeProject } from '../folding/context.ts';
import { ViewStates } from '../folding/states.ts';
import { type WorkItem, workItems, writeWork } from '../my-work/work.ts';
import { portfolioRow, titleOf } from '../portfolio/portfolio.ts';
import { projectPage } from '../project-page/project-page.ts';
import type { toldProject } from '../project-page/story.ts';
import { dependents } from './dependents.ts';
import { viewNames } from './schema.ts';
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
    const { calls, projects } = await dependents(tx, tenant, decisions);
    for (const [stream, version] of [...calls, ...projects]) {
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

/** Writes the rows of the projects and calls among these streams. */
async function write(tx: PoolClient, tenant: string, touched: ReadonlyMap<string, Folded>, load: Load): Promise<void> {
  const projects = new Map<string, ProjectSeen | undefined>();
  const calls = new Map<string, CallSeen | undefined>();
  for (const [stream, { state, version, lastAt }] of touched) {
    const { kind, id } = parseStream(stream);
    // A stream's kind stands in its name, and each kind is folded by its own fold.
    if (kind === 'project') projects.set(id, await seeProject({ id, state: state as StateOf<typeof toldProject>, version, lastAt }, load));
    if (kind === 'call') calls.set(id, await seeCall({ id, state: state as StateOf<typeof toldCall>, version, lastAt }, load));
  }
  if (projects.size > 0) {
    await writeRows(tx, 'portfolio', tenant, rowsOf(projects, portfolioRow));
    await writeRows(tx, 'project_page', tenant, rowsOf(projects, projectPage));
  }
  if (calls.size > 0) await writeRows(tx, 'calls', tenant, rowsOf(calls, callRow));
  if (projects.size + calls.size > 0) await writeWork(tx, tenant, workOf(projects, calls));
}

const rowsOf = <Seen>(seen: ReadonlyMap<string, Seen | undefined>, row: (seen: Seen) => object): Map<string, object | undefined> =>
  new Map([...seen].map(([id, one]) => [id, one && row(one)]));

function workOf(
  projects: ReadonlyMap<string, ProjectSeen | undefined>,
  calls: ReadonlyMap<string, CallSeen | undefined>,
): Map<string, readonly WorkItem[]> {
  const work = new Map<string, readonly WorkItem[]>();
  for (const [id, seen] of projects) {
    const place = seen && { title: titleOf(seen), stage: seen.state.stage, programme: seen.programmeId, obligations: seen.obligations };
    work.set(streamOf('project', id), place ? workItems({ kind: 'project', id, ...place }) : []);
  }
  for (const [id, seen] of calls) {
    const { terms, stage } = seen?.state ?? {};
    work.set(
      streamOf('call', id),
      seen && terms && stage
        ? workItems({ kind: 'call', id, title: terms.title, stage, programme: terms.programme, obligations: seen.obligations })
        : [],
    );
  }
  return work;
}
