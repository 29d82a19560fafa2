import type { Answer } from '../../api/read.ts';

export type Pending = Answer<'/v1/programmes/{id}/payments'>['items'][number];

/** The command that takes the next step on a payment, and the roles that may take it. */
const steps = {
  release: { command: 'release-tranche', roles: ['accountant'] },
  approval: { command: 'approve-payment', roles: ['administrator', 'authorising-officer'] },
  order: { command: 'order-payment', roles: ['authorising-officer'] },
  payment: { command: 'record-payment', roles: ['accountant'] },
} as const satisfies Readonly<Record<Pending['awaits'], { readonly command: string; readonly roles: readonly string[] }>>;

/** Who takes the next step on a payment. */
export const nextStep = ({ awaits }: Pick<Pending, 'awaits'>) => steps[awaits];

/** How a payment stands to somebody: theirs to act on, barred because they acted before, or for others. */
export function standingFor(
  me: { readonly id: string; readonly roles: readonly string[] },
  pending: Pick<Pending, 'awaits' | 'acted'>,
): 'yours' | 'acted' | 'others' {
  const holds = nextStep(pending).roles.some((role) => me.roles.includes(role));
  if (!holds) return 'others';
  return pending.acted.includes(me.id) ? 'acted' : 'yours';
}
