import type { AnyCommand } from '../kernel/command.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { admitService } from './admit-service.ts';
import { cancelAid } from './cancel-aid.ts';
import { closeAccount } from './close-account.ts';
import { confirmAccount } from './confirm-account.ts';
import { declareAid } from './declare-aid.ts';
import { delegateRole } from './delegate-role.ts';
import { dismissService } from './dismiss-service.ts';
import { endDelegation } from './end-delegation.ts';
import { endSignatory } from './end-signatory.ts';
import { answerErasure } from './erasure/answer-erasure.ts';
import { grantRole } from './grant-role.ts';
import { identifyOrganisation } from './identify-organisation.ts';
import { invitePerson } from './invite-person.ts';
import { joinUndertaking } from './join-undertaking.ts';
import { leaveUndertaking } from './leave-undertaking.ts';
import { makeDeclaration } from './make-declaration.ts';
import { nameSignatory } from './name-signatory.ts';
import { registerAccount } from './register-account.ts';
import { registerOrganisation } from './register-organisation.ts';
import { revokeRole } from './revoke-role.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

export const organisationCommands: readonly AnyCommand[] = [
  registerOrganisation,
  grantRole,
  revokeRole,
  delegateRole,
  endDelegation,
  invitePerson,
  acceptInvitation,
  withdrawInvitation,
  admitService,
  dismissService,
  identifyOrganisation,
  registerAccount,
  confirmAccount,
  closeAccount,
  nameSignatory,
  endSignatory,
  makeDeclaration,
  declareAid,
  cancelAid,
  joinUndertaking,
  leaveUndertaking,
  answerErasure,
];
