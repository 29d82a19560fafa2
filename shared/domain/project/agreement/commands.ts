import type { AnyCommand } from '../../kernel/command.ts';
import { lapseAgreement } from './lapse-agreement.ts';
import { signAgreement } from './sign-agreement.ts';

export const agreementCommands: readonly AnyCommand[] = [signAgreement, lapseAgreement];
