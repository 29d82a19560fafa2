import type { StreamKind } from '@jalon/domain';
import { PolicyError } from './policies.ts';

/**
 * A state that came by the name of its kind, as that kind's type: checked to have every facet of it.
 * @throws {PolicyError} where it has not; who judges a thing must not take it for another
 */
export function stateAs<State extends object>(kind: StreamKind<string, State>, state: unknown): State {
  if (!isOf(kind, state))
    throw new PolicyError(`The state to be judged is not that of a ${kind.name}: pass the folded state of the thing that is asked about.`);
  return state;
}

function isOf<State extends object>({ initial }: StreamKind<string, State>, state: unknown): state is State {
  return typeof state === 'object' && state !== null && Object.keys(initial).every((facet) => facet in state);
}
