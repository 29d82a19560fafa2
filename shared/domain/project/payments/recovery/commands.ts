import type { AnyCommand } from '../../../kernel/command.ts';
import { orderRecovery } from './order-recovery.ts';
import { recordRecoveryPaid } from './record-recovery-paid.ts';
import { settlePhase } from './settle-phase.ts';
import { settleProject } from './settle-project.ts';
import { waiveRecovery } from './waive-recovery.ts';

export const recoveryCommands: readonly AnyCommand[] = [settlePhase, settleProject, orderRecovery, recordRecoveryPaid, waiveRecovery];
