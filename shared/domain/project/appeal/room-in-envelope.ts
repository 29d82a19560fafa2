import type { Call } from '../../call/call.ts';
import { byFunder } from '../../call/terms.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Share } from '../../programme/shares.ts';

/** What each funder has left of the envelope, the part that was kept back for corrections included. */
function leftOf({ terms, committed }: Pick<Call, 'terms' | 'committed'>): ReadonlyMap<string, number> {
  return new Map(byFunder(terms.envelope).map(({ funder, amount }) => [funder, amount - (committed[funder] ?? 0)]));
}

/** Why shares cannot be borne: a funder would go beyond what it put into the call. Undefined where all can. */
export function whyNoRoom(call: Pick<Call, 'terms' | 'committed'>, shares: readonly Share[]): Refusal<'envelope-exhausted'> | undefined {
  const left = leftOf(call);
  const short = shares.find(({ funder, amount }) => amount > (left.get(funder) ?? 0));
  return short && refuse('envelope-exhausted', { funder: short.funder, needed: short.amount, left: left.get(short.funder) ?? 0 });
}
