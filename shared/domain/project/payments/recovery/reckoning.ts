import { addShares, type ByFunder, type Share } from '../../../programme/shares.ts';
import type { Project } from '../../project.ts';
import { fundedPhases, ledgerOf } from '../ledger.ts';
import type { Recovery } from './recovery.ts';

/** What of a recovery was given up, by funder: the holder keeps it. */
const givenUp = ({ shares, paid, waived }: Recovery): Share[] =>
  waived ? shares.map(({ funder, amount }) => ({ funder, amount: amount - (paid[funder] ?? 0) })) : [];

/** The aid of the whole project, which is what the holder keeps of it once every phase is paid, and what of the agreement is left over, by funder. */
export function reckoning(state: Project): { readonly due: Share[]; readonly unused: Share[] } {
  const kept = [...fundedPhases(state).map((phase) => ledgerOf(state, phase).held), ...Object.values(state.recoveries).map(givenUp)];
  const due = kept.reduce<ByFunder>((sums, shares) => addShares(sums, shares), {});
  const planned = (state.agreement?.plan ?? []).reduce<ByFunder>((sums, { shares }) => addShares(sums, shares), {});
  const funders = Object.keys(planned);
  return {
    due: funders.map((funder) => ({ funder, amount: due[funder] ?? 0 })),
    unused: funders.map((funder) => ({ funder, amount: Math.max(0, (planned[funder] ?? 0) - (due[funder] ?? 0)) })),
  };
}

/** What of the agreement was not used, by funder. */
export const unusedOf = (state: Project): Share[] => reckoning(state).unused;
