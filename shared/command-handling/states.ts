import type { DecisionLog, LoggedDecision } from '@jalon/decision-log';
import { type AnyKind, kinds, parseStream } from '@jalon/domain';
import { LRUCache } from 'lru-cache';

/** A stream as folded so far: its state, how many decisions that is, and when the last of them took effect ('' for none). */
export interface Folded {
  readonly state: unknown;
  readonly version: number;
  readonly lastAt: string;
}

/** Changes a folded stream by decisions that follow it without a gap. */
export function fold(
  kind: AnyKind,
  from: Folded,
  decisions: readonly Pick<LoggedDecision, 'type' | 'shapeVersion' | 'data' | 'occurredAt' | 'actor' | 'id' | 'version'>[],
): Folded {
  let { state, version, lastAt } = from;
  for (const { type, shapeVersion, data, occurredAt, actor, id, version: next } of decisions) {
    if (next !== version + 1) throw new Error(`Decision ${id} has version ${next}, expected ${version + 1}: the stream was read with a gap.`);
    state = kind.evolve(state, { type, version: shapeVersion, data }, { at: occurredAt, by: actor, id });
    version = next;
    if (occurredAt > lastAt) lastAt = occurredAt;
  }
  return { state, version, lastAt };
}

/** The kind of a stream, by its name. */
export function kindOf(stream: string): AnyKind {
  const { kind } = parseStream(stream);
  const found = kinds[kind];
  if (!found) throw new Error(`There is no kind of stream called "${kind}" (stream "${stream}").`);
  return found;
}

/**
 * The states of streams, folded once and kept by version. What it holds may be behind the log (another process appended): whoever decides on it
 * has the versions checked under the log's lock, or by `heads` before a refusal is answered.
 */
export class States {
  readonly #log: Pick<DecisionLog, 'readStream' | 'heads'>;
  readonly #kept: LRUCache<string, Folded>;
  readonly #reading = new Map<string, Promise<Folded>>();

  constructor(log: Pick<DecisionLog, 'readStream' | 'heads'>, max = 20_000) {
    this.#log = log;
    this.#kept = new LRUCache({ max });
  }

  /** As last folded here; read from the log the first time. */
  async kept(tenant: string, stream: string): Promise<Folded> {
    return this.#kept.get(`${tenant}/${stream}`) ?? this.refresh(tenant, stream);
  }

  /** As the log has it now: one look at the head, and the decisions that are missing here. */
  async fresh(tenant: string, stream: string): Promise<Folded> {
    const heads = await this.#log.heads(tenant, [stream]);
    const kept = this.#kept.get(`${tenant}/${stream}`);
    return kept && kept.version === (heads[stream] ?? 0) ? kept : this.refresh(tenant, stream);
  }

  /** Reads the decisions after the version kept here. Concurrent callers share one reading. */
  refresh(tenant: string, stream: string): Promise<Folded> {
    const key = `${tenant}/${stream}`;
    const under = this.#reading.get(key);
    if (under) return under;
    const reading = this.#read(tenant, stream, key).finally(() => this.#reading.delete(key));
    this.#reading.set(key, reading);
    return reading;
  }

  async #read(tenant: string, stream: string, key: string): Promise<Folded> {
    const kind = kindOf(stream);
    const from = this.#kept.get(key) ?? { state: kind.initial, version: 0, lastAt: '' };
    const folded = fold(kind, from, await this.#log.readStream(tenant, stream, { after: from.version }));
    this.#keep(key, folded);
    return folded;
  }

  /** Notes what was just committed, where it follows what is kept; else it is read when next asked for. */
  advance(tenant: string, stream: string, decisions: Parameters<typeof fold>[2]): void {
    const key = `${tenant}/${stream}`;
    const kept = this.#kept.get(key) ?? (decisions[0]?.version === 1 ? { state: kindOf(stream).initial, version: 0, lastAt: '' } : undefined);
    if (kept && decisions[0]?.version === kept.version + 1) this.#keep(key, fold(kindOf(stream), kept, decisions));
  }

  /** Forgets a stream: what happened to it is not known here. */
  drop(tenant: string, stream: string): void {
    this.#kept.delete(`${tenant}/${stream}`);
  }

  /** Never goes back: a slow reader must not overwrite what a later one saw. */
  #keep(key: string, folded: Folded): void {
    const kept = this.#kept.get(key);
    if (!kept || folded.version >= kept.version) this.#kept.set(key, folded);
  }
}
