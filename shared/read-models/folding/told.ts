import { type Decision, type Happened, type StreamKind, upcast } from '@jalon/domain';
import type { Facet } from '@jalon/domain/decisions';

/** A thing as a view needs it: the state that rules decide on, and the parts of its story that rules forget. */
export interface Told<State, Story> {
  readonly state: State;
  readonly story: Story;
}

/** A kind of stream whose folded state holds a story beside the state. */
export function told<Name extends string, State, Story>(kind: StreamKind<Name, State>, story: Facet<Story>): StreamKind<Name, Told<State, Story>> {
  function raised(decision: Decision): Decision {
    const type = kind.types.get(decision.type);
    return type && decision.version !== type.version ? { ...decision, version: type.version, data: upcast(type, decision) } : decision;
  }
  return {
    name: kind.name,
    types: kind.types,
    initial: { state: kind.initial, story: story.initial },
    evolve: (before, decision: Decision, happened: Happened) => ({
      state: kind.evolve(before.state, decision, happened),
      story: story.evolve(before.story, raised(decision), happened),
    }),
  };
}
