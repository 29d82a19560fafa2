import type { AnyCommand } from '../../kernel/command.ts';
import { approvePayment } from './approve-payment.ts';
import { expenditureCommands } from './expenditure/commands.ts';
import { orderPayment } from './order-payment.ts';
import { recordPayment } from './record-payment.ts';
import { recoveryCommands } from './recovery/commands.ts';
import { rejectPayment } from './reject-payment.ts';
import { returnTranche } from './return-tranche.ts';

export const paymentsCommands: readonly AnyCommand[] = [
  ...expenditureCommands,
  returnTranche,
  approvePayment,
  orderPayment,
  recordPayment,
  rejectPayment,
  ...recoveryCommands,
];
