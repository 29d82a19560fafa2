import { type Folded, fold, kindOf } from '@jalon/command-handling';
import type { DecisionLog, LoggedDecision } from '@jalon/decision-log';
import { type Load, streamOf } from '@jalon/domain';

interface Followed {
  folded: Folded;
  /** Decisions that were read and are not folded yet, oldest first. */
  rest: LoggedDecision[];
}

/**
 * The states of a tenant's streams just before a position of its log. The versions that a command consulted were checked under the tenant's lock when it was
 * appended (DESIGN §4), so that what stood before its first position is exactly what it rested on. It only goes forward: `to` names a later position.
 */
export class StatesBefore {
  #position = 0;
  readonly #followed = new Map<string, Followed>();
  readonly #readStream: (stream: string) => Promise<readonly LoggedDecision[]>;

  /** @param readStream the decisions of a stream that was not asked for before; none where every decision comes by `take` */
  constructor(readStream: (stream: string) => Promise<readonly LoggedDecision[]>) {
    this.#readStream = readStream;
  }

  /** On a log, which is asked for each stream once, when it is first needed. */
  static of(log: Pick<DecisionLog, 'readStream'>, tenant: string): StatesBefore {
    return new StatesBefore((stream) => log.readStream(tenant, stream));
  }

  /** States are those before this position from now on. */
  to(position: number): this {
    if (position < this.#position)
      throw new Error(`The states are those before position ${this.#position} already: they do not go back to ${position}.`);
    this.#position = position;
    return this;
  }

  /** Takes in the next decision of the log, where all of them are handed in, in order. */
  take(decision: LoggedDecision): void {
    const known = this.#followed.get(decision.stream) ?? this.#follow(decision.stream, []);
    this.to(decision.position);
    this.#advance(decision.stream, known);
    known.rest.push(decision);
  }

  async read(stream: string): Promise<Folded> {
    const known = this.#followed.get(stream) ?? this.#follow(stream, await this.#readStream(stream));
    return this.#advance(stream, known);
  }

  /** Reads states as rules do. */
  readonly load: Load = async <State>(kind: { readonly name: string }, id: string): Promise<State> => {
    const { state } = await this.read(streamOf(kind.name, id));
    return state as State;
  };

  #follow(stream: string, decisions: readonly LoggedDecision[]): Followed {
    const known = this.#followed.get(stream) ?? { folded: { state: kindOf(stream).initial, version: 0, lastAt: '' }, rest: [...decisions] };
    this.#followed.set(stream, known);
    return known;
  }

  #advance(stream: string, known: Followed): Folded {
    const later = known.rest.findIndex(({ position }) => position >= this.#position);
    const before = known.rest.splice(0, later < 0 ? known.rest.length : later);
    if (before.length > 0) known.folded = fold(kindOf(stream), known.folded, before);
    return known.folded;
  }
}
