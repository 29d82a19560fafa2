import type { Clock } from '@jalon/runtime';
import { ProblemError } from '../problems/problem.ts';
import type { Account } from './account.ts';
import type { Provider } from './providers.ts';

/** What commits public money or the rules for it, or says who may: whoever decides this proves anew who they are, where their provider can ask them to. */
export const consequential: readonly string[] = [
  'organisation/grant-role',
  'organisation/invite-person',
  'organisation/delegate-role',
  'programme/grant-role',
  'programme/invite-person',
  'programme/delegate-role',
  'call/grant-role',
  'programme/adopt-policy',
  'call/conclude-selection',
  'call/cancel-call',
  'project/decide-funding',
  'project/withdraw-award',
  'project/sign-agreement',
  'project/sign-for-party',
  'project/release-tranche',
  'project/approve-payment',
  'project/order-payment',
];

/**
 * Demands a recent and strong enough sign-in of people in a browser before consequential commands (OAuth 2.0 Step Up Authentication Challenge, RFC 9470).
 * @throws {ProblemError} `step-up-needed`, with the age and the level that are asked for
 */
export type DemandProof = (account: Account, command: { readonly kind: string; readonly name: string }) => void;

export function demandingProof(providers: readonly Provider[], clock: Clock): DemandProof {
  const asking = new Map(providers.flatMap(({ settings }) => (settings.stepUp ? [[settings.id, settings.stepUp] as const] : [])));
  const commands = new Set(consequential);
  return ({ session, authenticated = 0, level }, { kind, name }) => {
    const asked = session && asking.get(session.provider);
    if (!asked || !commands.has(`${kind}/${name}`)) return;
    const { maxAgeMinutes, acrValues } = asked;
    const recent = clock().getTime() / 1000 - authenticated <= maxAgeMinutes * 60;
    const strong = acrValues === undefined || (level !== undefined && acrValues.split(' ').includes(level));
    if (!recent || !strong)
      throw new ProblemError(
        'step-up-needed',
        { minutes: maxAgeMinutes },
        { stepUp: { maxAge: maxAgeMinutes * 60, ...(acrValues !== undefined && { acrValues }) } },
      );
  };
}
