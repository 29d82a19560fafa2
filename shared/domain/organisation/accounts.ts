import { z } from 'zod';
import { type Actor, ThingId } from '../kernel/actor.ts';
import { Attachment } from '../kernel/attachment.ts';
import { decision, type Moment, momentOf } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { Prose } from '../kernel/words.ts';

/** A bank account, as its RIB has it. An organisation’s IBAN is no personal data and stands here whole, so that a payment can be traced to it. */
export const BankAccount = z.strictObject({
  /** Its name among the organisation’s accounts, chosen by whoever registers it. */
  account: ThingId,
  iban: z.string().regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/, 'an IBAN is up to 34 capital letters and digits, without spaces'),
  bic: z
    .string()
    .regex(/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'a BIC is 8 or 11 capital letters and digits')
    .optional(),
  /** The RIB itself. */
  evidence: Attachment.optional(),
});

export const AccountRegistered = decision('account-registered', 1, BankAccount);
export const AccountConfirmed = decision('account-confirmed', 1, z.strictObject({ account: ThingId }));
export const AccountClosed = decision('account-closed', 1, z.strictObject({ account: ThingId, reasons: Prose }));

export interface Account {
  readonly iban: string;
  /** Who registered it: somebody else confirms it. */
  readonly by: Actor;
  /** When a second person confirmed it; absent before. */
  readonly confirmed?: Moment;
  readonly closed?: Moment;
}

/** The accounts of an organisation, by name, in the order in which they were registered. */
export type Accounts = Readonly<Record<string, Account>>;

const changed = (all: Accounts, account: string, change: Partial<Account>): Accounts => {
  const known = all[account];
  return known ? { ...all, [account]: { ...known, ...change } } : all;
};

export const accounts = facet({} as Accounts, [AccountRegistered, AccountConfirmed, AccountClosed], {
  'account-registered': (all, { account, iban }, { by }) => ({ ...all, [account]: { iban, by } }),
  'account-confirmed': (all, { account }, happened) => changed(all, account, { confirmed: momentOf(happened) }),
  'account-closed': (all, { account }, happened) => changed(all, account, { closed: momentOf(happened) }),
});

/** The account with a name, while it is not closed; or why not. */
export function openAccount(all: Accounts, account: string): Account | Refusal<'account-unknown' | 'account-already-closed'> {
  const known = all[account];
  if (!known) return refuse('account-unknown', { account });
  return known.closed ? refuse('account-already-closed', { account }) : known;
}

/** The name of the account that money is paid to: of those confirmed and not closed, the one confirmed last. Undefined where there is none. */
export function accountForPayment(all: Accounts): string | undefined {
  const usable = Object.entries(all).flatMap(([account, { confirmed, closed }]) =>
    confirmed && !closed ? [{ account, at: Date.parse(confirmed.at) }] : [],
  );
  return usable.reduce<{ account: string; at: number } | undefined>((last, one) => (last && last.at > one.at ? last : one), undefined)?.account;
}
