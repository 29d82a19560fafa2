import type { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import type { Project } from '../project.ts';
import type { PaymentOf } from './payments.ts';
import type { RequestedPayment } from './requested-payment.ts';
import { tookPart } from './standing.ts';

/** Whoever ordered or approved a payment, or took part in what it rests on, does not make it: the offices are incompatible (décret 2012-1246, article 9). */
export function actedBefore(state: Project, { phase }: z.output<typeof PaymentOf>, { by: requester, file }: RequestedPayment, by: Actor): boolean {
  const before = [requester, ...(file.ordered ? [file.ordered.by] : []), ...file.approvals.map((approval) => approval.by)];
  return before.includes(by.id) || tookPart(state, phase, by);
}
