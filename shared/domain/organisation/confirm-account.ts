import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { AccountConfirmed, openAccount } from './accounts.ts';
import { organisationCommand } from './organisation.ts';

export const confirmAccount = organisationCommand({
  name: 'confirm-account',
  says: { en: 'Confirm a bank account', fr: 'Confirmer un RIB' },
  about:
    'Confirms, after asking the organisation by another way, that the account is its own: from then on money is paid to it. Whoever registered it does not confirm it.',
  data: z.strictObject({ account: ThingId }),
  example: { account: 'main' },
  refuses: ['account-unknown', 'account-already-closed', 'account-already-confirmed', 'account-registered-by-same-person'],

  decide({ accounts }, { data, by }) {
    const open = openAccount(accounts, data.account);
    if (isRefusal(open)) return open;
    if (open.confirmed) return refuse('account-already-confirmed', { account: data.account });
    if (by.kind !== 'import' && by.id === open.by.id) return refuse('account-registered-by-same-person', { account: data.account });
    return AccountConfirmed(data);
  },
});
