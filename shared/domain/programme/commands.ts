import type { AnyCommand } from '../kernel/command.ts';
import { acceptProgrammeInvitation } from './accept-invitation.ts';
import { addFunder } from './add-funder.ts';
import { adoptPolicy } from './adopt-policy.ts';
import { createProgramme } from './create-programme.ts';
import { declareExpertise } from './declare-expertise.ts';
import { delegateProgrammeRole } from './delegate-role.ts';
import { draftPolicy } from './draft-policy.ts';
import { endProgrammeDelegation } from './end-delegation.ts';
import { grantProgrammeRole } from './grant-role.ts';
import { inviteProgrammePerson } from './invite-person.ts';
import { revokeProgrammeRole } from './revoke-role.ts';
import { setFunderTerms } from './set-funder-terms.ts';
import { withdrawProgrammeInvitation } from './withdraw-invitation.ts';
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
  delegateProgrammeRole,
  endProgrammeDelegation,
  inviteProgrammePerson,
  acceptProgrammeInvitation,
  withdrawProgrammeInvitation,
  declareExpertise,
];
