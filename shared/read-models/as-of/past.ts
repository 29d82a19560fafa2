import type { Folded } from '@jalon/command-handling';
import type { AsOf, Standing } from '@jalon/decision-log';
import { type Load, parseStream, type StateOf, streamOf } from '@jalon/domain';
import { CallPage, type CallRow, callRow } from '../calls/call-board.ts';
import type { toldCall } from '../calls/story.ts';
import { seeCall, seeProject } from '../folding/context.ts';
import { stateOf } from '../folding/states.ts';
import { type PortfolioRow, portfolioRow, titleOf } from '../portfolio/portfolio.ts';
import { projectPage } from '../project-page/project-page.ts';
import type { ProjectPage } from '../project-page/shape.ts';
import type { toldProject } from '../project-page/story.ts';
import type { PastStates } from './past-states.ts';

/** Which rows, in order of id: after an id, at most `limit` of them. */
export interface PastPage {
  readonly after?: string;
  readonly limit: number;
}

/**
 * A tenant as it stood: only what had taken effect, and what was known, by the instants given (docs/decisions/0016). Made from the log alone, by the same
 * functions as the views of the present, so that a past page is the page that was shown. Good for one question: each stream is looked up once.
 */
export class Past {
  readonly #states: PastStates;
  readonly #tenant: string;
  readonly #asOf: AsOf;
  readonly #folded = new Map<string, Promise<Folded>>();

  constructor(states: PastStates, tenant: string, asOf: AsOf) {
    this.#states = states;
    this.#tenant = tenant;
    this.#asOf = asOf;
  }

  /** Reads states as rules do, as of then. */
  readonly load: Load = async <State>(kind: { readonly name: string }, id: string): Promise<State> =>
    (await this.thing(kind.name, id)).state as State;

  /** A thing as rules know it, as of then; at version 0 where there was none yet. */
  async thing(kind: string, id: string): Promise<{ readonly state: unknown; readonly version: number }> {
    const { state, version } = await this.folded(streamOf(kind, id));
    return { state: stateOf(kind, state), version };
  }

  /** A stream as of then; at version 0 where there was no such thing yet. */
  folded(stream: string, standing?: Standing): Promise<Folded> {
    const folded = this.#folded.get(stream) ?? this.#states.at(this.#tenant, this.#asOf, stream, standing);
    this.#folded.set(stream, folded);
    return folded;
  }

  /** Whether anything at all was decided by then. */
  async anything(): Promise<boolean> {
    return (await this.#states.after(this.#tenant, this.#asOf, { prefix: '', after: '', limit: 1 })).length > 0;
  }

  /** A project's page; undefined where there was no such project yet. */
  async projectPage(id: string): Promise<ProjectPage | undefined> {
    const seen = await this.#project(id);
    return seen && projectPage(seen);
  }

  /** The portfolio, in order of id. */
  portfolio(page: PastPage): Promise<PortfolioRow[]> {
    return this.#rows('project', page, async (id) => {
      const seen = await this.#project(id);
      return seen && portfolioRow(seen);
    });
  }

  /** A call with its ranking, each application with its title of then; undefined where there was no such call yet. */
  async callPage(id: string): Promise<CallPage | undefined> {
    const page = await this.#call(id);
    if (!page?.selection) return page;
    const titled = page.selection.ranking.map(async (ranked) => {
      const seen = await this.#project(ranked.application);
      return { ...ranked, ...(seen && { title: titleOf(seen) }) };
    });
    return { ...page, selection: { ...page.selection, ranking: await Promise.all(titled) } };
  }

  /** The call board, without rankings, in order of id. */
  calls(page: PastPage): Promise<CallRow[]> {
    return this.#rows('call', page, async (id) => {
      const whole = await this.#call(id);
      if (!whole) return undefined;
      const { selection: _, ...row } = whole;
      return row;
    });
  }

  async #project(id: string) {
    const { state, version, lastAt } = await this.folded(streamOf('project', id));
    return seeProject({ id, state: state as StateOf<typeof toldProject>, version, lastAt }, this.load);
  }

  async #call(id: string): Promise<CallPage | undefined> {
    const { state, version, lastAt } = await this.folded(streamOf('call', id));
    const seen = await seeCall({ id, state: state as StateOf<typeof toldCall>, version, lastAt }, this.load);
    return seen && CallPage.parse(callRow(seen));
  }

  /** As many rows as are asked for, unless there are no more: a stream can be without one. */
  async #rows<Row>(kind: string, { after = '', limit }: PastPage, rowOf: (id: string) => Promise<Row | undefined>): Promise<Row[]> {
    const rows: Row[] = [];
    const prefix = `${kind}-`;
    for (let last = `${prefix}${after}`; ; ) {
      const wanted = limit - rows.length;
      const standing = await this.#states.after(this.#tenant, this.#asOf, { prefix, after: last, limit: wanted });
      const made = standing.map((stands) => {
        void this.folded(stands.stream, stands);
        return rowOf(parseStream(stands.stream).id);
      });
      for (const row of await Promise.all(made)) if (row) rows.push(row);
      const end = standing.at(-1);
      if (!end || standing.length < wanted || rows.length >= limit) return rows;
      last = end.stream;
    }
  }
}
