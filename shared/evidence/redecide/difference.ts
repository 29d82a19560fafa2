/** One thing that is not as it was recorded, by the path that leads to it (`decisions.0.data.ranking.2.rank`). What is absent on one side is left out. */
export interface Difference {
  readonly path: string;
  readonly recorded?: unknown;
  readonly now?: unknown;
}

/** So many differences of a command are told: a ranking that is wrong in one place is often wrong in all that follow. */
const MOST_TOLD = 20;

/** Where two JSON values differ, in the order of the recorded one. */
export function differencesBetween(path: string, recorded: unknown, now: unknown): readonly Difference[] {
  return [...walk(path, recorded, now)].slice(0, MOST_TOLD);
}

function* walk(path: string, recorded: unknown, now: unknown): Generator<Difference> {
  if (isBranch(recorded) && isBranch(now) && Array.isArray(recorded) === Array.isArray(now)) {
    const [before, after] = [new Map(Object.entries(recorded)), new Map(Object.entries(now))];
    for (const name of new Set([...before.keys(), ...after.keys()])) yield* walk(`${path}.${name}`, before.get(name), after.get(name));
  } else if (recorded !== now) {
    yield { path, ...(recorded !== undefined && { recorded }), ...(now !== undefined && { now }) };
  }
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;
