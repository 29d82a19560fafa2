import type { z } from 'zod';
import type { Actor } from './actor.ts';

/** What was decided: its type, the version of its shape, and its data. */
export interface Decision<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly version: number;
  readonly data: Data;
}

/** When a decision took effect (ISO 8601 instant), who took it, and its id in the log. */
export interface Happened {
  readonly at: string;
  readonly by: Actor;
  readonly id: string;
}

/** When something happened, and the decision that made it so: what a due date counts from. */
export interface Moment {
  readonly at: string;
  readonly id: string;
}
export const momentOf = ({ at, id }: Happened): Moment => ({ at, id });

/** Raises the data of an older shape to the one above it, by the older shape's version. */
export type Upcasters = Readonly<Record<number, (older: never) => unknown>>;

export interface DecisionType<Type extends string = string, Data = unknown> {
  (data: Data): Decision<Type, Data>;
  readonly type: Type;
  readonly version: number;
  readonly data: z.ZodType<Data>;
  readonly upcasters: Upcasters;
}

/** The decision that a type makes. */
export type DecisionOf<T> = T extends DecisionType<infer Type, infer Data> ? Decision<Type, Data> : never;

/**
 * Declares a type of decision. The stored text of an older shape never changes: an upcaster for each older version raises it when it is read.
 * Calling the result makes a decision of that type.
 */
export function decision<const Type extends string, Shape extends z.ZodType>(
  type: Type,
  version: number,
  data: Shape,
  upcasters: Upcasters = {},
): DecisionType<Type, z.output<Shape>> {
  const make = (value: z.output<Shape>): Decision<Type, z.output<Shape>> => ({ type, version, data: value });
  return Object.assign(make, { type, version, data: data as z.ZodType<z.output<Shape>>, upcasters });
}

/** A decision of a type or shape that this process does not know: it must stop, not decide on half a state. */
export class UnknownDecision extends Error {
  readonly code = 'unknown-decision';
  readonly retryable = false;
  constructor(type: string, version: number, known: number | undefined) {
    super(
      known === undefined
        ? `The log holds a decision of type "${type}", which this version of Jalon does not know: update this process.`
        : `The log holds "${type}" in shape ${version}, this version of Jalon knows up to ${known}: update this process.`,
    );
  }
}

/** Raises stored data to the shape in use. Throws UnknownDecision for a shape newer than the one in use. */
export function upcast(type: DecisionType, stored: { readonly version: number; readonly data: unknown }): unknown {
  if (stored.version > type.version) throw new UnknownDecision(type.type, stored.version, type.version);
  let data = stored.data;
  for (let version = stored.version; version < type.version; version += 1) {
    const raise = type.upcasters[version];
    if (!raise) throw new Error(`"${type.type}" has no upcaster from shape ${version} to ${version + 1}: add one where the type is declared.`);
    data = raise(data as never);
  }
  return data;
}
