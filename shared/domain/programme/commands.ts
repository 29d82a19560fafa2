import type { AnyCommand } from '../kernel/command.ts';
import { addFunder } from './add-funder.ts';
import { adoptPolicy } from './adopt-policy.ts';
import { createProgramme } from './create-programme.ts';
import { grantProgrammeRole } from './grant-role.ts';
import { revokeProgrammeRole } from './revoke-role.ts';

export const programmeCommands: readonly AnyCommand[] = [createProgramme, adoptPolicy, addFunder, grantProgrammeRole, revokeProgrammeRole];
