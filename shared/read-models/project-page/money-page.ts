import { owedOn, type Share, totalOf } from '@jalon/domain';
import type { ProjectSeen } from '../folding/context.ts';
import type { ProjectPage } from './shape.ts';

/** What each funder is asked for, once the project is selected, and what it decided. */
export function fundingOf({ state, programme }: ProjectSeen): ProjectPage['funding'] {
  const { awarded, decided, granted } = state.funding;
  const shares: readonly Share[] = awarded?.shares ?? state.selected?.shares ?? [];
  return shares.map(({ funder, amount }) => {
    const name = programme.funders[funder]?.name;
    const said = decided[funder];
    const gave = said === 'granted' ? granted[funder]?.amount : undefined;
    return { funder, amount, ...(name && { name }), ...(said && { decided: said }), ...(gave !== undefined && { granted: gave }) };
  });
}

/** The payments that the agreement foresees, with how far each has come. */
export function paymentsOf({ state, story }: ProjectSeen): ProjectPage['payments'] {
  return (state.agreement?.plan ?? []).flatMap(({ phase, kind, shares }): ProjectPage['payments'] => {
    const step = story.payments.steps.find((one) => one.phase === phase && one.kind === kind);
    if (!step) return totalOf(shares) > 0 ? [{ phase, kind, amount: totalOf(shares), shares: [...shares], standing: 'planned' }] : [];
    const { amount, setOff, standing, at, paidOn } = step;
    return [{ phase, kind, amount, shares: step.shares, ...(setOff && { setOff }), standing, at, ...(paidOn !== undefined && { paidOn }) }];
  });
}

/** The aid of each phase as it was worked out at its balance. */
export const settlementsOf = ({ story }: ProjectSeen): ProjectPage['settlements'] =>
  story.payments.settled.map(({ phase, at, retained, due, balance }) => ({ phase, at, retained, due, balance }));

/** What has to come back, and how far that has come. */
export const recoveriesOf = ({ state }: ProjectSeen): ProjectPage['recoveries'] =>
  Object.entries(state.recoveries).map(([recovery, claim]) => {
    const { phase, shares, ordered, waived } = claim;
    const owed = totalOf(owedOn(claim));
    const standing = waived ? 'waived' : owed === 0 ? 'repaid' : ordered ? 'ordered' : 'found';
    return { recovery: Number(recovery), phase, amount: totalOf(shares), owed, standing };
  });
