import type { AnyCommand } from '../kernel/command.ts';
import { grantRole } from './grant-role.ts';
import { registerOrganisation } from './register-organisation.ts';
import { revokeRole } from './revoke-role.ts';

export const organisationCommands: readonly AnyCommand[] = [registerOrganisation, grantRole, revokeRole];
