import { hash } from 'node:crypto';
import type { Clock } from '@jalon/runtime';
import type { Account, VerifyToken } from './account.ts';

/** How many tokens are remembered; past it the one unused for longest is forgotten. */
const MOST = 10_000;

/** Remembers tokens that were accepted, by their hash, until they end: checking a signature costs more than all the rest of a request. */
export function remembering(verify: VerifyToken, clock: Clock, most = MOST): VerifyToken {
  const accepted = new Map<string, Account>();
  return async (token) => {
    const name = hash('sha256', token, 'base64');
    const known = accepted.get(name);
    accepted.delete(name);
    const account = known && known.expires * 1000 > clock().getTime() ? known : await verify(token);
    accepted.set(name, account);
    for (const oldest of accepted.keys()) {
      if (accepted.size <= most) break;
      accepted.delete(oldest);
    }
    return account;
  };
}
