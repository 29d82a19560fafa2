import type { z } from 'zod';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Policy } from '../../programme/policy.ts';
import { type Share, totalOf } from '../../programme/shares.ts';
import { trancheName } from '../funding/tranches.ts';
import type { Project, ProjectKnown } from '../project.ts';
import { fileOf, type PaymentFile, type PaymentOf } from './payments.ts';
import { agreedPolicy, notPayable } from './standing.ts';

/** A payment that goes through the full procedure: what was requested, by whom, and how far it has come. */
export interface RequestedPayment {
  readonly shares: readonly Share[];
  readonly amount: number;
  readonly by: string;
  readonly file: PaymentFile;
  /** How many people have to approve it. */
  readonly needed: 1 | 2;
}

/** Why a payment cannot be approved, ordered or made at all. */
export const notRequestedRefusals = [
  'project-not-running',
  'project-paused',
  'simple-procedure',
  'tranche-not-requested',
  'tranche-already-released',
] as const;

/** Two different people approve above the amount that the policy names. */
const approvalsNeeded = (amount: number, { approvals }: Pick<Policy, 'approvals'>): 1 | 2 => (amount > approvals.secondFrom ? 2 : 1);

/** The payment that somebody acts on, or why nobody can. */
export function requestedPayment(
  state: Project,
  { phase, kind }: z.output<typeof PaymentOf>,
  known: Pick<ProjectKnown, 'programme' | 'policy'>,
): RequestedPayment | Refusal<(typeof notRequestedRefusals)[number]> {
  const stopped = notPayable(state);
  if (stopped) return stopped;
  const policy = agreedPolicy(state, known);
  if (policy.payments.procedure === 'simple') return refuse('simple-procedure');
  const { requested, released } = state.tranches[trancheName(phase, kind)] ?? {};
  if (!requested) return refuse('tranche-not-requested', { phase, kind });
  if (released) return refuse('tranche-already-released', { phase, kind });
  const amount = totalOf(requested.shares);
  return {
    shares: requested.shares,
    amount,
    by: requested.by,
    file: fileOf(state.payments, { phase, kind }),
    needed: approvalsNeeded(amount, policy),
  };
}
