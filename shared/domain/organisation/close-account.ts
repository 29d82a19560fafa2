import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { Prose } from '../kernel/words.ts';
import { AccountClosed, openAccount } from './accounts.ts';
import { organisationCommand } from './organisation.ts';

export const closeAccount = organisationCommand({
  name: 'close-account',
  says: { en: 'Close a bank account', fr: 'Clôturer un RIB' },
  about: 'Takes a bank account out of use, confirmed or not: nothing is paid to it any more.',
  data: z.strictObject({ account: ThingId, reasons: Prose }),
  example: { account: 'main', reasons: 'The organisation changed its bank.' },
  refuses: ['account-unknown', 'account-already-closed'],

  decide({ accounts }, { data }) {
    const open = openAccount(accounts, data.account);
    return isRefusal(open) ? open : AccountClosed(data);
  },
});
