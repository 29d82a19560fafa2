import { z } from 'zod';
import type { Confidentiality } from '../../kernel/confidentiality.ts';
import { Role } from '../../kernel/role.ts';

const Admitted = z.array(Role).max(50);

/** Whoever judges or decides on a project, or checks those who do. */
const judging: Role[] = [
  'administrator',
  'instructor',
  'reviewer',
  'committee-member',
  'committee-chair',
  'controller',
  'authorising-officer',
  'funder',
  'auditor',
];

/** Which roles each class of confidentiality admits. What is public is everybody’s, and whoever gave a piece sees it always. */
export const confidentialityPart = {
  confidentiality: z
    .strictObject({
      programme: Admitted.default([...Role.options]),
      assessors: Admitted.default(judging),
      restricted: Admitted.default(['administrator', 'auditor']),
    })
    .prefault({}),
};

interface Classes {
  readonly confidentiality: Readonly<Record<Exclude<Confidentiality, 'public'>, readonly Role[]>>;
}

/** Whether a policy lets somebody who holds these roles see what is in a class of confidentiality. */
export const admits = ({ confidentiality }: Classes, to: Confidentiality, roles: readonly Role[]): boolean =>
  to === 'public' || roles.some((role) => confidentiality[to].includes(role));

/** Roles that a class admits and the wider class before it does not: a narrower class may only take away. */
export const admittedTooFar = ({ confidentiality: { programme, assessors, restricted } }: Classes): readonly Role[] => [
  ...assessors.filter((role) => !programme.includes(role)),
  ...restricted.filter((role) => !assessors.includes(role)),
];
