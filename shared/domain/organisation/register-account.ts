import { refuse } from '../kernel/refusal.ts';
import { AccountRegistered, BankAccount } from './accounts.ts';
import { isIban } from './numbers.ts';
import { organisationCommand } from './organisation.ts';

export const registerAccount = organisationCommand({
  name: 'register-account',
  says: { en: 'Register a bank account', fr: 'Enregistrer un RIB' },
  about:
    'Records a bank account of the organisation. Its check digits are verified. Nothing is paid to it until a second person has confirmed it: a false change of account is the classic fraud.',
  data: BankAccount,
  example: { account: 'main', iban: 'FR7630001007941234567890185', bic: 'BDFEFRPP' },
  refuses: ['iban-mistyped', 'account-already-registered'],

  decide({ accounts }, { data }) {
    if (!isIban(data.iban)) return refuse('iban-mistyped');
    const same = Object.entries(accounts).find(([name, { iban, closed }]) => name === data.account || (iban === data.iban && !closed));
    return same ? refuse('account-already-registered', { account: same[0] }) : AccountRegistered(data);
  },
});
