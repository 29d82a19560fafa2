export { authoriser } from './authoriser.ts';
export { type Explain, type Explanation, explaining, type Told } from './explain.ts';
export { ownPolicies, type Policy, PolicyError, readPolicies } from './policies.ts';
export { type Asker, funderOf, rolesOf } from './principal.ts';
export type { Authorise, Question, Verdict } from './question.ts';
export { stateAs } from './state.ts';
export { readTenantPolicies, type TenantPolicies } from './tenant-policies.ts';
