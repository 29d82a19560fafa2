import { expect } from 'vitest';
import type { z } from 'zod';
import { kinds } from '../../catalogue.ts';
import type { RefusalCode } from '../../refusals.ts';
import type { Actor } from '../actor.ts';
import type { AnyCommand, Asked, Load, Outcome, Placed } from '../command.ts';
import type { Decision } from '../decision.ts';
import { isRefusal } from '../refusal.ts';
import { parseStream, type StreamKind, streamOf } from '../stream-kind.ts';

/** A person, for `when`. */
export const by = (id: string): Actor => ({ kind: 'person', id });

/** The process, for `when`: what acts when something falls due. */
export const theProcess: Actor = { kind: 'process', id: 'process' };

/** A decision in the log of a small world. */
export interface Entry {
  readonly stream: string;
  readonly decision: Decision;
  readonly at: string;
  readonly by: Actor;
  /** `project-repair@3` is the third decision of its stream. */
  readonly id: string;
}

interface Folded {
  readonly state: unknown;
  readonly version: number;
}

/** Freezes a state, so that a rule or a facet that changes what it was given throws. What is frozen already is left. */
function freeze<State>(state: State): State {
  if (typeof state !== 'object' || state === null || Object.isFrozen(state)) return state;
  Object.freeze(state);
  for (const part of Object.values(state)) freeze(part);
  return state;
}

const kindOf = (stream: string) => kinds[parseStream(stream).kind]!;

/** The streams of a small world, and what is asked of it: `given(…).when(command, by('ana'), data).decides(…)`. It never changes: each step gives a new one. */
export class World {
  readonly subject: string;
  readonly now: string;
  readonly past: readonly Entry[];
  readonly #folded: ReadonlyMap<string, Folded>;

  constructor(subject: string, now = '2027-01-04T09:00:00Z', past: readonly Entry[] = [], folded: ReadonlyMap<string, Folded> = new Map()) {
    this.subject = subject;
    this.now = now;
    this.past = past;
    this.#folded = folded;
  }

  /** Further decisions on the subject's own stream. */
  and(...decisions: readonly Decision[]): World {
    return this.andOn(this.subject, ...decisions);
  }

  /** Further decisions on another stream. */
  andOn(stream: string, ...decisions: readonly Decision[]): World {
    return this.record(by('administrator'), ...decisions.map((decision) => ({ stream, decision })));
  }

  /** Further decisions, by whom, wherever they belong. Throws where a decision does not fit the shape that its type declares. */
  record(actor: Actor, ...placed: readonly { readonly stream: string; readonly decision: Decision }[]): World {
    const folded = new Map(this.#folded);
    const added = placed.map(({ stream, decision }): Entry => {
      const kind = kindOf(stream);
      kind.types.get(decision.type)?.data.parse(decision.data);
      const { state, version } = folded.get(stream) ?? { state: kind.initial, version: 0 };
      const entry = { stream, decision, at: this.now, by: actor, id: `${stream}@${version + 1}` };
      folded.set(stream, { state: freeze(kind.evolve(state, decision, entry)), version: version + 1 });
      return entry;
    });
    return new World(this.subject, this.now, [...this.past, ...added], folded);
  }

  /** From here on it is this instant. */
  at(now: string): World {
    return new World(this.subject, now, this.past, this.#folded);
  }

  /** The same world, seen from another stream. */
  of(subject: string): World {
    return new World(subject, this.now, this.past, this.#folded);
  }

  /** The number of decisions on a stream, by default the subject's. */
  version(stream = this.subject): number {
    return this.#folded.get(stream)?.version ?? 0;
  }

  /** The folded state of a stream, by default the subject's. */
  state<State>(kind: StreamKind<string, State>, stream = this.subject): State {
    const folded = this.#folded.get(stream);
    return folded ? (folded.state as State) : kind.initial;
  }

  readonly load: Load = async (kind, id) => this.state(kind, streamOf(kind.name, id));

  when<C extends AnyCommand>(command: C, actor: Actor, data: z.input<C['data']>): Attempt {
    return new Attempt(this, command, actor, data);
  }
}

/** A world in which these decisions were taken on a stream. */
export const givenOn = (stream: string, ...decisions: readonly Decision[]): World => new World(stream).and(...decisions);

/** A command that was asked for in a world. */
export class Attempt {
  readonly #world: World;
  readonly #command: AnyCommand;
  readonly #actor: Actor;
  readonly #data: unknown;

  constructor(world: World, command: AnyCommand, actor: Actor, data: unknown) {
    this.#world = world;
    this.#command = command;
    this.#actor = actor;
    this.#data = data;
  }

  /** What the rule answers. Throws where the command may not be asked at all: its data has another shape, or its thing does not exist, or already does. */
  async outcome(): Promise<Outcome> {
    const { subject, now } = this.#world;
    const exists = this.#world.version() > 0;
    if (exists === this.#command.creates) throw new Error(`${this.#command.name}: ${subject} ${exists ? 'exists already' : 'does not exist'}`);
    const asked: Asked<unknown> = { id: parseStream(subject).id, data: this.#command.data.parse(this.#data), by: this.#actor, at: now };
    const state: unknown = this.#world.state(kinds[this.#command.kind]!);
    const known = await this.#command.context(state, asked, this.#world.load);
    const outcome = this.#command.decide(state, asked, known);
    if (isRefusal(outcome) && !this.#command.refuses.includes(outcome.refused)) {
      throw new Error(`${this.#command.name} refuses with "${outcome.refused}", which it does not list`);
    }
    return outcome;
  }

  async #written(): Promise<readonly (Decision | Placed)[]> {
    const outcome = await this.outcome();
    if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused} ${JSON.stringify(outcome.details)}`);
    return Array.isArray(outcome) ? outcome : [outcome as Decision];
  }

  /** Holds when exactly these decisions are taken, in this order. */
  async decides(...expected: readonly (Decision | Placed)[]): Promise<void> {
    expect(await this.#written()).toEqual(expected);
  }

  /** The world after the decision, to go on from. A correction is recorded as of the instant from which it holds, and it stays now. */
  async after(): Promise<World> {
    const written = await this.#written();
    const placed = written.map((decided) => ('stream' in decided ? decided : { stream: this.#world.subject, decision: decided }));
    const { subject, now } = this.#world;
    const asked: Asked<unknown> = { id: parseStream(subject).id, data: this.#command.data.parse(this.#data), by: this.#actor, at: now };
    const since = this.#command.effectiveAt?.(this.#world.state(kinds[this.#command.kind]!), asked);
    return this.#world
      .at(since ?? now)
      .record(this.#actor, ...placed)
      .at(now);
  }

  /** Holds when the rule refuses with this code and, where given, with these details. */
  async refuses(code: RefusalCode, details?: Readonly<Record<string, unknown>>): Promise<void> {
    const outcome = await this.outcome();
    expect(isRefusal(outcome) ? outcome.refused : outcome).toBe(code);
    if (details) expect(outcome).toMatchObject({ details });
  }
}
