import type { AnyCommand } from '../kernel/command.ts';
import { addFunder } from './add-funder.ts';
import { adoptPolicy } from './adopt-policy.ts';
import { createProgramme } from './create-programme.ts';
import { declareExpertise } from './declare-expertise.ts';
import { draftPolicy } from './draft-policy.ts';
import { grantProgrammeRole } from './grant-role.ts';
import { revokeProgrammeRole } from './revoke-role.ts';
import { setFunderTerms } from './set-funder-terms.ts';
import { withdrawPolicyDraft } from './withdraw-policy-draft.ts';

export const programmeCommands: readonly AnyCommand[] = [
  createProgramme,
  draftPolicy,
  withdrawPolicyDraft,
  adoptPolicy,
  addFunder,
  setFunderTerms,
  grantProgrammeRole,
  revokeProgrammeRole,
  declareExpertise,
];
