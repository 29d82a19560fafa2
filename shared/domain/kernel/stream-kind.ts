import { type Decision, type Happened, UnknownDecision, upcast } from './decision.ts';
import type { AnyDecisionType, Facet } from './facet.ts';

// biome-ignore lint/suspicious/noExplicitAny: facets of every state
type Facets = Readonly<Record<string, Facet<any>>>;
type StateOfFacets<F extends Facets> = { readonly [Name in keyof F]: F[Name] extends Facet<infer State> ? State : never };

/** A kind of stream: its name (`project` for `project-…`), its facets, and how a decision changes the whole state. */
export interface StreamKind<Name extends string = string, State = unknown> {
  readonly name: Name;
  readonly initial: State;
  readonly types: ReadonlyMap<string, AnyDecisionType>;
  /** Changes the state by one decision. Throws UnknownDecision where the type or its shape is newer than this process. */
  readonly evolve: (state: State, decision: Decision, happened: Happened) => State;
}

export type StateOf<K> = K extends StreamKind<string, infer State> ? State : never;

/** Composes facets into the state of one kind of stream. Each facet sees only the decisions that it lists. */
export function streamKind<const Name extends string, F extends Facets>(name: Name, facets: F): StreamKind<Name, StateOfFacets<F>> {
  const types = new Map<string, AnyDecisionType>();
  const concerned = new Map<string, string[]>();
  for (const [slice, { types: listed }] of Object.entries(facets)) {
    for (const type of listed) {
      types.set(type.type, type);
      concerned.set(type.type, [...(concerned.get(type.type) ?? []), slice]);
    }
  }
  const initial = Object.fromEntries(Object.entries(facets).map(([slice, { initial: empty }]) => [slice, empty])) as StateOfFacets<F>;

  function evolve(state: StateOfFacets<F>, stored: Decision, happened: Happened): StateOfFacets<F> {
    const type = types.get(stored.type);
    if (!type) throw new UnknownDecision(stored.type, stored.version, undefined);
    const raised = stored.version === type.version ? stored : { ...stored, version: type.version, data: upcast(type, stored) };
    const next: Record<string, unknown> = { ...state };
    for (const slice of concerned.get(stored.type) ?? []) next[slice] = facets[slice]!.evolve(next[slice], raised, happened);
    return next as StateOfFacets<F>;
  }
  return { name, initial, types, evolve };
}

/** The stream of a thing: `streamOf('project', 'insite')` is `project-insite`. */
export const streamOf = (kind: string, id: string): string => `${kind}-${id}`;

/** Splits a stream's name into the kind and the id of the thing. */
export function parseStream(stream: string): { readonly kind: string; readonly id: string } {
  const dash = stream.indexOf('-');
  if (dash < 1 || dash === stream.length - 1) throw new Error(`"${stream}" is not the name of a stream: expected <kind>-<id>.`);
  return { kind: stream.slice(0, dash), id: stream.slice(dash + 1) };
}
