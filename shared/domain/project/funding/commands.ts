import type { AnyCommand } from '../../kernel/command.ts';
import { decideFunding } from './decide-funding.ts';
import { releaseTranche } from './release-tranche.ts';
import { requestTranche } from './request-tranche.ts';

export const fundingCommands: readonly AnyCommand[] = [decideFunding, requestTranche, releaseTranche];
