import { concerns, ownPolicies, type Policy, type Words } from './policies.ts';
import type { Question, Verdict } from './question.ts';
import type { TenantPolicies } from './tenant-policies.ts';

/** A policy, told to people. */
export interface Told {
  readonly policy: string;
  /** Of a permission: who has it, completing "This takes …". Of a ban: why, and what would have to change, in a sentence of its own. */
  readonly says: Words;
}

/** Why somebody may or may not do something. */
export interface Explanation {
  readonly allowed: boolean;
  /** What decided: the permissions that were used, or the bans that stand against it. Empty where no permission was found. */
  readonly decided: readonly Told[];
  /** Of a no without a ban: the permissions that there are, any of which would do. */
  readonly wouldTake: readonly Told[];
}

export type Explain = (asked: Pick<Question, 'tenant' | 'action'>, verdict: Verdict) => Explanation;

/** Tells verdicts in the words that policies carry. A ban is told alone: no permission would help against it. */
export function explaining(policies: readonly Policy[] = ownPolicies(), ofTenants: TenantPolicies = new Map()): Explain {
  return ({ tenant, action }, { allowed, policies: deciding }) => {
    const all = [...policies, ...(ofTenants.get(tenant) ?? [])];
    const decided = all.filter(({ id }) => deciding.includes(id)).map(told);
    const none = !allowed && deciding.length === 0;
    return { allowed, decided, wouldTake: none ? all.filter((policy) => helps(policy) && concerns(policy, action)).map(told) : [] };
  };
}

/** An import is no way in for people: it is left out of what would help them. */
const helps = ({ json: { effect, principal } }: Policy): boolean =>
  effect === 'permit' && !('entity_type' in principal && principal.entity_type === 'Import');

const told = ({ id, says }: Policy): Told => ({ policy: id, says });
