export { authoriser } from './authoriser.ts';
export { type Policy, PolicyError, readPolicies } from './policies.ts';
export { funderOf, rolesOf } from './principal.ts';
export type { Authorise, Question, Verdict } from './question.ts';
export { stateAs } from './state.ts';
