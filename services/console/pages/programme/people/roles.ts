import type { InputOf } from '../../../api/decide.ts';

export type Role = InputOf<'programme/grant-role'>['role'];
/** A role as it is given: until when, and for a funder’s for whom, where it says so. */
export type Grant = Omit<InputOf<'programme/grant-role'>, 'person'>;

/** The roles that a programme gives, in the order in which one meets them. */
export const roles = [
  'administrator',
  'reviewer',
  'committee-member',
  'committee-chair',
  'instructor',
  'controller',
  'authorising-officer',
  'accountant',
  'auditor',
  'funder',
  'project-holder',
  'support',
] as const satisfies readonly Role[];
