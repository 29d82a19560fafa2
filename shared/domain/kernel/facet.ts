import type { Decision, DecisionOf, DecisionType, Happened } from './decision.ts';

// biome-ignore lint/suspicious/noExplicitAny: a decision type is contravariant in its data; only `any` accepts all of them
export type AnyDecisionType = DecisionType<any, any>;

type Handlers<State, Types extends readonly AnyDecisionType[]> = {
  readonly [T in Types[number] as T['type']]: (state: State, data: DecisionOf<T>['data'], happened: Happened) => State;
};

/** A slice of a stream's state, with the decisions that change it. */
export interface Facet<State> {
  readonly initial: State;
  readonly types: readonly AnyDecisionType[];
  readonly evolve: (state: State, decision: Decision, happened: Happened) => State;
}

/**
 * Declares a facet. Each handler has to be total: it may meet its decision without the ones that came before it,
 * since a state as of another time folds a subsequence of the log (DESIGN §4).
 */
export function facet<State, const Types extends readonly AnyDecisionType[]>(
  initial: State,
  types: Types,
  on: NoInfer<Handlers<State, Types>>,
): Facet<State> {
  const handlers = on as Readonly<Record<string, ((state: State, data: unknown, happened: Happened) => State) | undefined>>;
  function evolve(state: State, { type, data }: Decision, happened: Happened): State {
    const change = handlers[type];
    return change ? change(state, data, happened) : state; // What comes back may be undefined: the thing is there no more.
  }
  return { initial, types, evolve };
}
