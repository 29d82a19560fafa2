import { assessment } from './assessment.ts';
import { award } from './award.ts';
import { call } from './call.ts';
import { course } from './course.ts';
import { intake } from './intake.ts';
import { money } from './money.ts';
import { organisation } from './organisation.ts';
import { programme } from './programme.ts';
import { sitting } from './sitting.ts';
import { substance } from './substance.ts';
import type { Told } from './told.ts';

/** What every decision is called in both languages, by its type: in histories, the audit journal, the guide. A test finds one that has no words. */
export const decisionsTold: Told = {
  ...organisation,
  ...programme,
  ...call,
  ...sitting,
  ...intake,
  ...assessment,
  ...award,
  ...money,
  ...course,
  ...substance,
};
