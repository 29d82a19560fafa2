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

// biome-ignore lint/suspicious/noExplicitAny: parts of every state
type Parts = Readonly<Record<string, Facet<any>>>;
type StoryOf<P extends Parts> = { readonly [Name in keyof P]: P[Name] extends Facet<infer Part> ? Part : never };

/** The parts of a story, each with the decisions that it tells of, as one story. */
export function storyOf<P extends Parts>(parts: P): Facet<StoryOf<P>> {
  const named = Object.entries(parts);
  const each = (of: (part: P[string], name: string) => unknown) =>
    Object.fromEntries(named.map(([name, part]) => [name, of(part as P[string], name)]));
  return {
    initial: each(({ initial }) => initial) as StoryOf<P>,
    types: named.flatMap(([, { types }]) => types),
    evolve: (story, decision, happened) => each((part, name) => part.evolve(story[name], decision, happened)) as StoryOf<P>,
  };
}
