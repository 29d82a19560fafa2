import { type Load, streamOf } from '@jalon/domain';
import type { Folded, States } from './states.ts';

/** What one attempt at a decision rests on: every stream that was read, with the version and the time of its last decision. */
export class Reading {
  readonly versions = new Map<string, Folded>();
  readonly #states: States;
  readonly #tenant: string;

  constructor(states: States, tenant: string) {
    this.#states = states;
    this.#tenant = tenant;
  }

  async read(stream: string): Promise<Folded> {
    const before = this.versions.get(stream);
    if (before) return before;
    const folded = await this.#states.kept(this.#tenant, stream);
    this.versions.set(stream, folded);
    return folded;
  }

  /** For the rules: a thing's state by its kind. The cache holds states by stream, whose kind is the one asked for. */
  readonly load: Load = async <State>(kind: { readonly name: string }, id: string): Promise<State> => {
    const { state } = await this.read(streamOf(kind.name, id));
    return state as State;
  };

  /** When the latest decision that this rests on took effect; '' where there is none. */
  get latest(): string {
    let latest = '';
    for (const { lastAt } of this.versions.values()) if (lastAt > latest) latest = lastAt;
    return latest;
  }

  /** Reads again what is no longer at the version that was read here. True where something had moved. */
  async refreshMoved(heads: Readonly<Record<string, number>>): Promise<boolean> {
    const moved = [...this.versions].filter(([stream, { version }]) => heads[stream] !== undefined && heads[stream] !== version);
    await Promise.all(moved.map(([stream]) => this.#states.refresh(this.#tenant, stream)));
    return moved.length > 0;
  }
}
