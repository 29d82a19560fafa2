import { type Folded, fold } from '@jalon/command-handling';
import type { DecisionLog, LoggedDecision } from '@jalon/decision-log';
import { type AnyKind, kinds, type Load, parseStream, streamOf } from '@jalon/domain';
import { LRUCache } from 'lru-cache';
import { toldCall } from '../calls/story.ts';
import { toldProject } from '../project-page/story.ts';

const toldKinds: Readonly<Record<string, AnyKind>> = { ...kinds, project: toldProject, call: toldCall };

/** How the streams of a kind are folded for views: projects and calls with their story. */
export function kindOf(stream: string): AnyKind {
  const { kind } = parseStream(stream);
  const found = toldKinds[kind];
  if (!found) throw new Error(`There is no kind of stream called "${kind}" (stream "${stream}"): update this process.`);
  return found;
}

/** A cache of folded streams: enough for every project that is under way at once. */
const KEPT = 20_000;

/** The states that views are made of, folded once and kept by version. */
export class ViewStates {
  readonly #log: Pick<DecisionLog, 'readStream' | 'heads'>;
  readonly #applied = new LRUCache<string, Folded>({ max: KEPT });
  readonly #latest = new LRUCache<string, Folded>({ max: KEPT });

  constructor(log: Pick<DecisionLog, 'readStream' | 'heads'>) {
    this.#log = log;
  }

  /** A stream at exactly this version. */
  async at(tenant: string, stream: string, version: number): Promise<Folded> {
    const key = `${tenant}/${stream}`;
    const kept = this.#applied.get(key);
    if (kept?.version === version) return kept;
    const kind = kindOf(stream);
    const from = kept && kept.version < version ? kept : { state: kind.initial, version: 0, lastAt: '' };
    const folded = fold(kind, from, version === 0 ? [] : await this.#log.readStream(tenant, stream, { after: from.version, upTo: version }));
    this.#applied.set(key, folded);
    return folded;
  }

  /** A stream after these decisions, which follow each other. */
  async after(tenant: string, stream: string, decisions: readonly LoggedDecision[]): Promise<Folded> {
    const before = await this.at(tenant, stream, (decisions[0]?.version ?? 1) - 1);
    const folded = fold(kindOf(stream), before, decisions);
    this.#applied.set(`${tenant}/${stream}`, folded);
    return folded;
  }

  /** A stream as the log has it now. */
  async now(tenant: string, stream: string): Promise<Folded> {
    const key = `${tenant}/${stream}`;
    const kind = kindOf(stream);
    const heads = await this.#log.heads(tenant, [stream]);
    const kept = this.#latest.get(key) ?? { state: kind.initial, version: 0, lastAt: '' };
    if (kept.version === (heads[stream] ?? 0)) return kept;
    const folded = fold(kind, kept, await this.#log.readStream(tenant, stream, { after: kept.version }));
    this.#latest.set(key, folded);
    return folded;
  }

  /** Forgets everything: the log begins a new life. */
  clear(): void {
    this.#applied.clear();
    this.#latest.clear();
  }

  /**
   * Reads states as rules do, for one round of views: the streams in `exact` as they are given, every other one as the log has it now, once.
   */
  loader(tenant: string, exact: ReadonlyMap<string, Folded>): Load {
    const read = new Map<string, Promise<Folded>>();
    return async <State>(kind: { readonly name: string }, id: string): Promise<State> => {
      const stream = streamOf(kind.name, id);
      const given = exact.get(stream);
      const reading = read.get(stream) ?? (given ? Promise.resolve(given) : this.now(tenant, stream));
      read.set(stream, reading);
      const { state } = await reading;
      return stateOf(kind.name, state) as State;
    };
  }
}

/** The state that rules know: a told thing's, without its story. */
export function stateOf(kind: string, folded: unknown): unknown {
  return kind === toldProject.name || kind === toldCall.name ? (folded as { readonly state: unknown }).state : folded;
}
