import type { Question } from '@jalon/authorisation';
import type { AsOf } from '@jalon/decision-log';
import { Past, type PastStates } from '@jalon/read-models';
import type { Clock } from '@jalon/runtime';
import type { Account } from '../identity/account.ts';
import { ProblemError } from '../problems/problem.ts';
import { present } from './present.ts';
import type { Times } from './query.ts';
import type { Seeable } from './seeable.ts';
import type { Opened } from './seeing.ts';
import type { VisiblePage } from './visible-page.ts';

/** How far the clock of a service may be behind PostgreSQL's: an instant that the log gave is not in the future. */
const CLOCKS_DIFFER_MS = 2_000;

/** A tenant as it stood, for a reader who may see it today. */
export interface Then {
  readonly past: Past;
  readonly asOf: AsOf;
  /** The instant that stands for "today" in what is worked out (ISO 8601). */
  readonly at: string;
  /** What was opened by the rights of today, as it stood. Throws a problem where it was not there yet. */
  readonly opened: <State, Known extends Question['known']>(
    account: Account,
    seeable: Seeable<State, Known>,
    id: string,
    now: Opened<State, Known>,
  ) => Promise<Opened<State, Known>>;
  /** The problem of what was not there yet. */
  readonly missing: (thing: string) => ProblemError;
  /** This page; where it is empty since nothing at all had been decided, a problem that says so. */
  readonly some: <Row>(page: VisiblePage<Row>) => Promise<VisiblePage<Row>>;
}

/** Where a read goes back to; undefined for the present. Throws a problem for an instant that has not come. */
export type LookingBack = (account: Account, times: Times) => Then | undefined;

/** What was shown is seen again by the rights of today: who may see a thing now may see what it was. */
export function lookingBack(states: PastStates, clock: Clock): LookingBack {
  return ({ tenant }, times) => {
    const { asOf, knownAt } = upToNow(times, clock());
    const at = asOf ?? knownAt;
    if (at === undefined) return undefined;
    const then = present({ effectAt: asOf, knownAt });
    const past = new Past(states, tenant, then);
    const field = asOf === undefined ? 'knownAt' : 'asOf';
    const missing = (thing: string) => new ProblemError('nothing-then', { thing, instant: at }, { field });
    return {
      past,
      asOf: then,
      at,
      missing,
      async opened({ actor }, { kind, stateOf, knownOf }, id, now) {
        const { state: folded, version } = await past.thing(kind, id);
        if (version === 0) throw missing(`${kind} "${id}"`);
        const state = stateOf(folded);
        const known = await knownOf(state, { id, data: undefined, by: actor, at }, past.load);
        return { ...now, state, version, known, load: past.load, at };
      },
      async some(page) {
        if (page.items.length === 0 && !(await past.anything())) throw missing('decision');
        return page;
      },
    };
  };
}

function upToNow({ asOf, knownAt }: Times, now: Date): Times {
  return Object.fromEntries(Object.entries(present({ asOf, knownAt })).map(([field, instant]) => [field, notInTheFuture(field, instant, now)]));
}

/** An instant that has come; the end of the day that has begun is now. Throws a problem that names the parameter for any other. */
export function notInTheFuture(field: string, instant: string, now: Date): string {
  if (Date.parse(instant) <= now.getTime() + CLOCKS_DIFFER_MS) return instant;
  const present = now.toISOString();
  if (instant === `${present.slice(0, 10)}T23:59:59.999Z`) return present;
  throw new ProblemError('instant-in-the-future', { instant, now: present }, { field });
}
