import type { Folded } from '@jalon/command-handling';
import type { AsOf, DecisionLog, LoggedDecision, Standing } from '@jalon/decision-log';
import { LRUCache } from 'lru-cache';
import { kindOf } from '../folding/states.ts';

export type PastLog = Pick<DecisionLog, 'readStream' | 'standing'>;

/** Enough for an auditor who goes to and fro in the life of a few hundred projects. */
const KEPT = 10_000;

/**
 * The states of streams as they stood, folded once. Which decisions count as of an instant is asked of the log each time; what they fold to never changes, so
 * that it is kept for whoever asks next, for the same instant or another one between the same decisions.
 */
export class PastStates {
  readonly #log: PastLog;
  readonly #kept = new LRUCache<string, Folded>({ max: KEPT });

  constructor(log: PastLog) {
    this.#log = log;
  }

  /** Which of the streams of a prefix there were, in order of name: after one of them, at most `limit`. */
  after(tenant: string, asOf: AsOf, page: { readonly prefix: string; readonly after: string; readonly limit: number }): Promise<readonly Standing[]> {
    return this.#log.standing(tenant, page, asOf);
  }

  /** A stream as of then. Its version is that of the last decision that counts; 0 where there was none yet. */
  async at(tenant: string, asOf: AsOf, stream: string, standing?: Standing): Promise<Folded> {
    const [standsAt] = standing ? [standing] : await this.#log.standing(tenant, { streams: [stream] }, asOf);
    if (!standsAt) return { state: kindOf(stream).initial, version: 0, lastAt: '' };
    const kept = this.#kept.get(keyOf(tenant, standsAt));
    if (kept) return kept;
    const decisions = await this.#log.readStream(tenant, stream, asOf);
    const folded = foldSome(stream, decisions);
    this.#kept.set(keyOf(tenant, { stream, version: folded.version, decisions: decisions.length }), folded);
    return folded;
  }
}

/** Of one stream, the decisions that count up to one of its versions are the more, the later the instant: their number says which they are. */
const keyOf = (tenant: string, { stream, version, decisions }: Standing): string => `${tenant}/${stream}@${version}/${decisions}`;

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
