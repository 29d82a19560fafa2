import type { Phase } from '../../programme/policy/phase.ts';
import { type Programme, policyInForce } from '../../programme/programme.ts';
import { type Share, totalOf } from '../../programme/shares.ts';
import type { TrancheKind } from '../agreement/payment-plan.ts';
import { trancheName } from '../funding/tranches.ts';
import type { Project } from '../project.ts';
import type { PaymentFile } from './payments.ts';

/** What a payment waits for: in the simple procedure one release; in the full one approvals, then the order, then the payment itself. */
export type Awaited = 'release' | 'approval' | 'order' | 'payment';

/** A payment that was asked for and has not gone out. */
export interface PendingPayment {
  readonly phase: Phase;
  readonly kind: TrancheKind;
  readonly amount: number;
  readonly shares: readonly Share[];
  readonly requestedAt: string;
  readonly awaits: Awaited;
  /** Approvals given, and how many the amount needs; none in the simple procedure. */
  readonly approvals: number;
  readonly needed: number;
  /** When the accountant last sent the order back. */
  readonly rejectedAt?: string;
  /** Who acted on it so far: somebody else takes the next step. */
  readonly acted: readonly string[];
}

const noFile: PaymentFile = { approvals: [] };

/** The payments of a project that wait for somebody, in the order of its plan. */
export function pendingPayments({ agreement, tranches, payments: { files } }: Project, programme: Programme): readonly PendingPayment[] {
  if (!agreement) return [];
  const { payments, approvals } = policyInForce(programme, agreement.signed.at).policy;
  return agreement.plan.flatMap(({ phase, kind }): PendingPayment[] => {
    const name = trancheName(phase, kind);
    const { requested, released } = tranches[name] ?? {};
    if (!requested || released) return [];
    const file = files[name] ?? noFile;
    const amount = totalOf(requested.shares);
    const needed = payments.procedure === 'simple' ? 0 : amount > approvals.secondFrom ? 2 : 1;
    return [
      {
        phase,
        kind,
        amount,
        shares: requested.shares,
        requestedAt: requested.at,
        awaits: needed === 0 ? 'release' : awaitedIn(file, needed),
        approvals: file.approvals.length,
        needed,
        ...(file.rejected && { rejectedAt: file.rejected.at }),
        acted: [...new Set([requested.by, ...file.approvals.map(({ by }) => by), ...(file.ordered ? [file.ordered.by] : [])])],
      },
    ];
  });
}

function awaitedIn({ approvals, ordered }: PaymentFile, needed: number): Awaited {
  if (ordered) return 'payment';
  return approvals.length < needed ? 'approval' : 'order';
}
