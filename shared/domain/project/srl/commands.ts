import type { AnyCommand } from '../../kernel/command.ts';
import { assessSrl } from './assess-srl.ts';
import { concludeSrlReview } from './conclude-srl-review.ts';
import { missSrlReview } from './miss-srl-review.ts';
import { openSrlReview } from './open-srl-review.ts';

export const srlCommands: readonly AnyCommand[] = [openSrlReview, assessSrl, concludeSrlReview, missSrlReview];
