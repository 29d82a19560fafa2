import type { Folded } from '@jalon/command-handling';
import type { AsOf, DecisionLog, LoggedDecision } from '@jalon/decision-log';
import { type Load, parseStream, type StateOf, streamOf } from '@jalon/domain';
import { CallPage, type CallQuery, type CallRow, callRow } from '../calls/call-board.ts';
import type { toldCall } from '../calls/story.ts';
import { seeCall, seeProject } from '../folding/context.ts';
import { kindOf, stateOf } from '../folding/states.ts';
import { type PortfolioQuery, type PortfolioRow, portfolioRow, titleOf } from '../portfolio/portfolio.ts';
import { projectPage } from '../project-page/project-page.ts';
import type { ProjectPage } from '../project-page/shape.ts';
import type { toldProject } from '../project-page/story.ts';

export type PastLog = Pick<DecisionLog, 'readStream' | 'readLog' | 'streams'>;

/** How many decisions are taken from the log at a time. */
const PAGE = 2_000;

/**
 * A tenant as it stood: only what had taken effect, and what was known, by the instants given (docs/decisions/0009). Made from the log alone, by the same
 * functions as the views of the present, so that a past page is the page that was shown. Good for one question: what it folds, it keeps.
 */
export class Past {
  readonly #log: PastLog;
  readonly #tenant: string;
  readonly #asOf: AsOf;
  readonly #folded = new Map<string, Promise<Folded>>();

  constructor(log: PastLog, tenant: string, asOf: AsOf) {
    this.#log = log;
    this.#tenant = tenant;
    this.#asOf = asOf;
  }

  /** Reads states as rules do, as of then. */
  readonly load: Load = async <State>(kind: { readonly name: string }, id: string): Promise<State> => {
    const { state } = await this.folded(streamOf(kind.name, id));
    return stateOf(kind.name, state) as State;
  };

  /** A stream as of then. Its version is that of the last decision that counts; 0 where there was none yet. */
  folded(stream: string): Promise<Folded> {
    const kept = this.#folded.get(stream) ?? this.#read(stream);
    this.#folded.set(stream, kept);
    return kept;
  }

  async #read(stream: string): Promise<Folded> {
    return foldSome(stream, await this.#log.readStream(this.#tenant, stream, this.#asOf));
  }

  /** Folds every stream of the tenant in one pass: for questions about many things. */
  async #readAll(): Promise<void> {
    const byStream = new Map<string, LoggedDecision[]>();
    for (let after = 0; ; ) {
      const page = await this.#log.readLog(this.#tenant, { ...this.#asOf, after, limit: PAGE });
      for (const decision of page) {
        const of = byStream.get(decision.stream) ?? [];
        of.push(decision);
        byStream.set(decision.stream, of);
      }
      const last = page.at(-1);
      if (!last || page.length < PAGE) break;
      after = last.position;
    }
    for (const [stream, decisions] of byStream) {
      if (!this.#folded.has(stream)) this.#folded.set(stream, Promise.resolve(foldSome(stream, decisions)));
    }
    // What has no decision by then is empty without asking for each.
    for (const stream of Object.keys(await this.#log.streams(this.#tenant, ''))) {
      if (!this.#folded.has(stream)) this.#folded.set(stream, Promise.resolve(foldSome(stream, [])));
    }
  }

  async #idsOf(kind: string): Promise<string[]> {
    const streams = Object.keys(await this.#log.streams(this.#tenant, `${kind}-`));
    return streams.map((stream) => parseStream(stream).id).sort((a, b) => (a < b ? -1 : 1));
  }

  async #project(id: string) {
    const { state, version, lastAt } = await this.folded(streamOf('project', id));
    return seeProject({ id, state: state as StateOf<typeof toldProject>, version, lastAt }, this.load);
  }

  /** A project's page; undefined where there was no such project yet. */
  async projectPage(id: string): Promise<ProjectPage | undefined> {
    const seen = await this.#project(id);
    return seen && projectPage(seen);
  }

  /** The portfolio, in order of id: after an id, at most `limit` of them. */
  async portfolio({ programme, call, stage, after = '', limit = 100 }: PortfolioQuery = {}): Promise<PortfolioRow[]> {
    return this.#rows('project', after, limit, async (id) => {
      const seen = await this.#project(id);
      const row = seen && portfolioRow(seen);
      return row && matches(row, { programme, call, stage }) ? row : undefined;
    });
  }

  /** A call with its ranking, each application with its title of then; undefined where there was no such call yet. */
  async callPage(id: string): Promise<CallPage | undefined> {
    const page = await this.#call(id);
    if (!page?.selection) return page;
    const ranking = await Promise.all(
      page.selection.ranking.map(async (ranked) => {
        const seen = await this.#project(ranked.application);
        return { ...ranked, ...(seen && { title: titleOf(seen) }) };
      }),
    );
    return { ...page, selection: { ...page.selection, ranking } };
  }

  /** The call board, without rankings, in order of id: after an id, at most `limit` of them. */
  async calls({ programme, stage, after = '', limit = 100 }: CallQuery = {}): Promise<CallRow[]> {
    return this.#rows('call', after, limit, async (id) => {
      const page = await this.#call(id);
      if (!page || !matches(page, { programme, stage })) return undefined;
      const { selection: _, ...row } = page;
      return row;
    });
  }

  async #call(id: string): Promise<CallPage | undefined> {
    const { state, version, lastAt } = await this.folded(streamOf('call', id));
    const seen = await seeCall({ id, state: state as StateOf<typeof toldCall>, version, lastAt }, this.load);
    return seen && CallPage.parse(callRow(seen));
  }

  async #rows<Row>(kind: string, after: string, limit: number, rowOf: (id: string) => Promise<Row | undefined>): Promise<Row[]> {
    await this.#readAll();
    const rows: Row[] = [];
    for (const id of await this.#idsOf(kind)) {
      if (id <= after) continue;
      const row = await rowOf(id);
      if (row) rows.push(row);
      if (rows.length === limit) break;
    }
    return rows;
  }
}

const matches = (row: object, wanted: Readonly<Record<string, string | undefined>>): boolean =>
  Object.entries(wanted).every(([name, value]) => value === undefined || (row as Readonly<Record<string, unknown>>)[name] === value);

/** Folds decisions among which others may be missing: later ones that had taken effect by then while earlier ones had not. */
function foldSome(stream: string, decisions: readonly LoggedDecision[]): Folded {
  const kind = kindOf(stream);
  let folded: Folded = { state: kind.initial, version: 0, lastAt: '' };
  for (const { type, shapeVersion, data, occurredAt, actor, id, version } of decisions) {
    const state = kind.evolve(folded.state, { type, version: shapeVersion, data }, { at: occurredAt, by: actor, id });
    folded = { state, version, lastAt: occurredAt > folded.lastAt ? occurredAt : folded.lastAt };
  }
  return folded;
}
