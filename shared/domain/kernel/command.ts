import type { z } from 'zod';
import type { RefusalCode } from '../refusals.ts';
import type { Actor } from './actor.ts';
import type { Decision } from './decision.ts';
import type { Refusal } from './refusal.ts';
import type { StreamKind } from './stream-kind.ts';

/** What is asked: the command's data, by whom, as of which instant (ISO 8601), of the thing with this id. Rules have no other clock. */
export interface Asked<Data> {
  readonly id: string;
  readonly data: Data;
  readonly by: Actor;
  readonly at: string;
}

/** A decision on another stream than the command's own. With `whenever`, it is appended whatever that stream's version (a register). */
export interface Placed {
  readonly stream: string;
  readonly decision: Decision;
  readonly whenever?: true;
}
export const on = (stream: string, decision: Decision): Placed => ({ stream, decision });
export const onWhenever = (stream: string, decision: Decision): Placed => ({ stream, decision, whenever: true });

export type Outcome<Code extends RefusalCode = RefusalCode> = Refusal<Code> | Decision | readonly (Decision | Placed)[];

/** Reads another thing's state; whoever passes it in notes the version that was read, so that the append can check it. */
export type Load = <State>(kind: StreamKind<string, State>, id: string) => Promise<State>;

/** What every rule knows beside its own state: the policy in force, by the version that the decision will name. */
export interface Known {
  readonly policyVersion?: number;
}

export interface Command<
  Kind extends string = string,
  Name extends string = string,
  State = unknown,
  Context extends Known = Known,
  Shape extends z.ZodType = z.ZodType,
  Code extends RefusalCode = RefusalCode,
> {
  /** Of what kind the thing is: the stream is `<kind>-<id>`. */
  readonly kind: Kind;
  readonly name: Name;
  /** Its title, as on a button. */
  readonly says: { readonly en: string; readonly fr: string };
  /** What it does and when it is used, for the reference; one or two sentences. */
  readonly about: string;
  readonly data: Shape;
  readonly example: z.input<Shape>;
  /** Every refusal that the rule can give; the compiler holds the rule to it. */
  readonly refuses: readonly Code[];
  /** The command that brings the thing into being: the stream must not exist yet. All others need it to exist. */
  readonly creates: boolean;
  /** A correction: may take effect before the stream's last decision. */
  readonly retroactive: boolean;
  /** Of a correction: the instant from which it holds, where that is not the present one. Its rule is asked of the live state, now. */
  readonly effectiveAt?: ((state: State, asked: Asked<z.output<Shape>>) => string | undefined) | undefined;
  /** Raised when the rule changes, so that deciding again does not take a mended bug for tampering. */
  readonly ruleVersion: number;
  readonly context: (state: State, asked: Asked<z.output<Shape>>, load: Load) => Promise<Context>;
  readonly decide: (state: State, asked: Asked<z.output<Shape>>, known: Context) => Outcome<Code>;
}

// biome-ignore lint/suspicious/noExplicitAny: a rule is contravariant in its state and data; the catalogue holds all of them
export type AnyCommand = Command<string, string, any, any, any, any>;

type Written<Name extends string, State, Context extends Known, Shape extends z.ZodType, Code extends RefusalCode> = Pick<
  Command<string, Name, State, Context, Shape, Code>,
  'name' | 'says' | 'about' | 'data' | 'example' | 'refuses' | 'decide'
> & {
  readonly creates?: true;
  readonly retroactive?: true;
  readonly effectiveAt?: (state: State, asked: Asked<z.output<Shape>>) => string | undefined;
  readonly ruleVersion?: number;
};

/** Makes the `…Command` function of a kind of stream, with the context that its rules read by default. */
export function commandsOf<const Kind extends string, State, Context extends Known>(
  { name: kind }: StreamKind<Kind, State>,
  context: (state: State, asked: Asked<unknown>, load: Load) => Promise<Context>,
) {
  return <const Name extends string, Shape extends z.ZodType, const Code extends RefusalCode>(
    written: Written<Name, State, Context, Shape, Code>,
  ): Command<Kind, Name, State, Context, Shape, Code> => ({ creates: false, retroactive: false, ruleVersion: 1, ...written, kind, context });
}
