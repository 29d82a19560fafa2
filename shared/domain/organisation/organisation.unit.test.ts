import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { by } from '../kernel/testing/given-when-then.ts';
import { AccountClosed, AccountConfirmed, AccountRegistered, accountForPayment } from './accounts.ts';
import { closeAccount } from './close-account.ts';
import { confirmAccount } from './confirm-account.ts';
import { DeclarationMade } from './declarations.ts';
import { endSignatory } from './end-signatory.ts';
import { OrganisationIdentified } from './identification.ts';
import { identifyOrganisation } from './identify-organisation.ts';
import { makeDeclaration } from './make-declaration.ts';
import { nameSignatory } from './name-signatory.ts';
import { isIban, isSiret } from './numbers.ts';
import { organisation } from './organisation.ts';
import { registerAccount } from './register-account.ts';
import { maySign, SignatoryEnded, SignatoryNamed } from './signatories.ts';
import { association } from './testing/association.ts';

const administrator = by('administrator');
const accountant = by('accountant');

describe('identify-organisation', () => {
  const numbers = { siret: '73282932000074', rna: 'W751234567', category: 'association' } as const;

  it('records both numbers and the legal category', async () => {
    const asked = association.when(identifyOrganisation, administrator, numbers);
    await asked.decides(OrganisationIdentified(numbers));
    expect((await asked.after()).state(organisation).identification).toEqual(numbers);
  });

  it.each([{ siret: '73282932000074' }, { rna: 'W751234567' }])('is content with one number: %j', (number) =>
    association
      .when(identifyOrganisation, administrator, { ...number, category: 'other' })
      .decides(OrganisationIdentified({ ...number, category: 'other' })),
  );

  it('replaces what was known: an establishment that moved has another SIRET', async () => {
    const moved = association.and(OrganisationIdentified(numbers)).and(OrganisationIdentified({ siret: '73282932000082', category: 'company' }));
    expect(moved.state(organisation).identification).toEqual({ siret: '73282932000082', category: 'company' });
  });

  it('needs a number', () => association.when(identifyOrganisation, administrator, { category: 'public' }).refuses('organisation-number-missing'));

  it('refuses a SIRET with a slip of the pen', () =>
    association
      .when(identifyOrganisation, administrator, { ...numbers, siret: '73282932000075' })
      .refuses('siret-mistyped', { siret: '73282932000075' }));

  it.each(['W75123456', 'W7512345678', '751234567', 'w751234567', 'WA51234567'])('does not take %s for an RNA number', (rna) =>
    expect(identifyOrganisation.data.safeParse({ rna, category: 'association' }).success).toBe(false),
  );

  it.each(['W751234567', 'W2A1000123', 'W9R1000123'])('takes %s for one', (rna) =>
    expect(identifyOrganisation.data.safeParse({ rna, category: 'association' }).success).toBe(true),
  );
});

describe('a SIRET', () => {
  it('is wrong as soon as one digit is', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 9 }), (place, more) => {
        const digits = [...'73282932000074'].map(Number);
        digits[place] = (digits[place]! + more) % 10;
        expect(isSiret(digits.join(''))).toBe(false);
      }),
    ));

  it('of La Poste is right by the plain sum of its digits, or by Luhn’s as for its head office', () => {
    expect(isSiret('35600000049837')).toBe(true);
    expect(isSiret('35600000000048')).toBe(true);
    expect(isSiret('35600000049838')).toBe(false);
  });

  it('of anybody else is not', () => expect(isSiret('35600000149836')).toBe(false));
});

describe('an IBAN', () => {
  it.each(['FR7630001007941234567890185', 'FR1420041010050500013M02606', 'DE89370400440532013000', 'MT84MALT011000012345MTLCAST001S'])(
    '%s is right',
    (iban) => expect(isIban(iban)).toBe(true),
  );

  it('is wrong as soon as one digit is, or two neighbours changed places', () => {
    const right = 'DE89370400440532013000';
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 21 }), fc.integer({ min: 1, max: 9 }), (place, more) => {
        const digit = (Number(right[place]) + more) % 10;
        expect(isIban(`${right.slice(0, place)}${digit}${right.slice(place + 1)}`)).toBe(false);
      }),
    );
    expect(isIban('DE89730400440532013000')).toBe(false);
  });
});

const main = { account: 'main', iban: 'FR7630001007941234567890185' };
const next = { account: 'next', iban: 'FR1420041010050500013M02606' };
const registered = association.record(administrator, { stream: association.subject, decision: AccountRegistered(main) });
const confirmed = registered.and(AccountConfirmed({ account: 'main' }));
const leaving = { account: 'main', reasons: 'Another bank.' };

describe('register-account', () => {
  it('records the account, to which nothing is paid yet', async () => {
    const asked = association.when(registerAccount, administrator, main);
    await asked.decides(AccountRegistered(main));
    expect(accountForPayment((await asked.after()).state(organisation).accounts)).toBeUndefined();
  });

  it('refuses an IBAN with a slip of the pen', () =>
    association.when(registerAccount, administrator, { ...main, iban: 'FR7630001007941234567890186' }).refuses('iban-mistyped'));

  it('refuses another account of the same name', () =>
    registered.when(registerAccount, administrator, { ...next, account: 'main' }).refuses('account-already-registered', { account: 'main' }));

  it('refuses the same IBAN under another name while it is in use', async () => {
    const again = { ...main, account: 'again' };
    await registered.when(registerAccount, administrator, again).refuses('account-already-registered', { account: 'main' });
    await registered.and(AccountClosed(leaving)).when(registerAccount, administrator, again).decides(AccountRegistered(again));
  });
});

describe('confirm-account', () => {
  const confirm = { account: 'main' };

  it('takes a second person, and then money is paid to it', async () => {
    const asked = registered.when(confirmAccount, accountant, confirm);
    await asked.decides(AccountConfirmed(confirm));
    expect(accountForPayment((await asked.after()).state(organisation).accounts)).toBe('main');
  });

  it('is not for whoever registered it', () =>
    registered.when(confirmAccount, administrator, confirm).refuses('account-registered-by-same-person', { account: 'main' }));

  it('brings in an earlier confirmation as it was', () =>
    registered.when(confirmAccount, { kind: 'import', id: 'administrator' }, confirm).decides(AccountConfirmed(confirm)));

  it('is done once', () => confirmed.when(confirmAccount, accountant, confirm).refuses('account-already-confirmed', { account: 'main' }));

  it('refuses an account that there is not', () =>
    association.when(confirmAccount, accountant, confirm).refuses('account-unknown', { account: 'main' }));

  it('refuses one that is closed', () =>
    registered.and(AccountClosed(leaving)).when(confirmAccount, accountant, confirm).refuses('account-already-closed', { account: 'main' }));
});

describe('close-account', () => {
  it('takes an account out of use', async () => {
    const asked = confirmed.when(closeAccount, accountant, leaving);
    await asked.decides(AccountClosed(leaving));
    expect(accountForPayment((await asked.after()).state(organisation).accounts)).toBeUndefined();
  });

  it('refuses one that there is not', () => association.when(closeAccount, accountant, leaving).refuses('account-unknown'));

  it('is done once', () => confirmed.and(AccountClosed(leaving)).when(closeAccount, accountant, leaving).refuses('account-already-closed'));
});

describe('the account that money is paid to', () => {
  const both = confirmed.and(AccountRegistered(next)).at('2027-02-01T09:00:00Z');
  const paidTo = (world: typeof both) => accountForPayment(world.state(organisation).accounts);

  it('stays the one before until the new one is confirmed', () => expect(paidTo(both)).toBe('main'));

  it('is the one confirmed last', () => {
    expect(paidTo(both.and(AccountConfirmed({ account: 'next' })))).toBe('next');
    const older = registered.and(AccountRegistered(next), AccountConfirmed({ account: 'next' })).at('2027-02-01T09:00:00Z');
    expect(paidTo(older.and(AccountConfirmed({ account: 'main' })))).toBe('main');
  });

  it('is the one before again once that is closed', () =>
    expect(paidTo(both.and(AccountConfirmed({ account: 'next' }), AccountClosed({ account: 'next', reasons: 'Opened by mistake.' })))).toBe('main'));

  it('is none that was only confirmed, as an earlier state may have it', () =>
    expect(association.and(AccountConfirmed({ account: 'main' }), AccountClosed(leaving)).state(organisation).accounts).toEqual({}));
});

describe('signatories', () => {
  const president = { person: 'president-1', power: 'legal', from: '2027-01-01', until: '2029-12-31' } as const;
  const treasurer = { person: 'treasurer-1', power: 'delegated', from: '2027-03-01' } as const;
  const named = association.and(SignatoryNamed(president), SignatoryNamed(treasurer));
  const signs = (world: typeof named, person: string, on: string) => maySign(world.state(organisation).signatories, person, on);

  it('are named with their power and its days', () => association.when(nameSignatory, administrator, president).decides(SignatoryNamed(president)));

  it('sign from the first day of their mandate to the last', () => {
    expect(['2026-12-31', '2027-01-01', '2029-12-31', '2030-01-01'].map((on) => signs(named, 'president-1', on))).toEqual([false, true, true, false]);
    expect(['2027-02-28', '2027-03-01', '2099-01-01'].map((on) => signs(named, 'treasurer-1', on))).toEqual([false, true, true]);
    expect(signs(named, 'administrator', '2027-06-01')).toBe(false);
  });

  it('are not named for days in the wrong order', async () => {
    const days = { from: '2027-01-02', until: '2027-01-01' };
    await association.when(nameSignatory, administrator, { ...president, ...days }).refuses('mandate-days-out-of-order', days);
    const oneDay = { ...president, until: '2027-01-01' };
    await association.when(nameSignatory, administrator, oneDay).decides(SignatoryNamed(oneDay));
  });

  it.each([
    ['president-1', '2029-12-31', '2031-12-31'],
    ['president-1', '2026-01-01', '2027-01-01'],
    ['president-1', '2026-01-01', undefined],
    ['treasurer-1', '2028-01-01', undefined],
  ])('are not named twice for the same days: %s from %s to %s', (person, from, until) =>
    named
      .when(nameSignatory, administrator, { person, power: 'legal', from, ...(until && { until }) })
      .refuses('signatory-already-named', { person }),
  );

  it.each([
    ['president-1', '2030-01-01', undefined],
    ['president-1', '2026-01-01', '2026-12-31'],
    ['secretary-1', '2028-01-01', '2028-12-31'],
  ])('are named anew for other days: %s from %s to %s', (person, from, until) => {
    const mandate = { person, power: 'legal' as const, from, ...(until && { until }) };
    return named.when(nameSignatory, administrator, mandate).decides(SignatoryNamed(mandate));
  });

  it('sign no more after the day on which their power ends; others do', async () => {
    const end = { person: 'treasurer-1', until: '2028-06-30' };
    const asked = named.when(endSignatory, administrator, end);
    await asked.decides(SignatoryEnded(end));
    const ended = await asked.after();
    expect(signs(ended, 'treasurer-1', '2028-06-30')).toBe(true);
    expect(signs(ended, 'treasurer-1', '2028-07-01')).toBe(false);
    expect(signs(ended, 'president-1', '2028-07-01')).toBe(true);
  });

  it.each(['2027-02-28', '1999-01-01'])('are not ended on %s, when they could not sign', (until) =>
    named.when(endSignatory, administrator, { person: 'treasurer-1', until }).refuses('not-a-signatory', { person: 'treasurer-1', until }),
  );

  it('keep the mandates that ended before', () => {
    const again = named.and(SignatoryEnded({ person: 'president-1', until: '2027-06-30' }), SignatoryNamed({ ...president, from: '2028-01-01' }));
    const later = again.and(SignatoryEnded({ person: 'president-1', until: '2028-06-30' }));
    expect(['2027-06-30', '2027-07-01', '2028-06-30', '2028-07-01'].map((on) => signs(later, 'president-1', on))).toEqual([true, false, true, false]);
  });
});

describe('make-declaration', () => {
  const commitment = { statement: { kind: 'republican-commitment' }, on: '2027-01-04' } as const;

  it('records what is declared, and on which day', () =>
    association.when(makeDeclaration, administrator, commitment).decides(DeclarationMade(commitment)));

  it('counts the last of each kind', () => {
    const first = { statement: { kind: 'vat-status', recovers: 'none' }, on: '2027-01-02' } as const;
    const then = { statement: { kind: 'vat-status', recovers: 'part' }, on: '2027-01-03' } as const;
    const declared = association.and(DeclarationMade(first), DeclarationMade(commitment), DeclarationMade(then)).state(organisation).declarations;
    expect(declared).toEqual({ 'vat-status': then, 'republican-commitment': commitment });
  });

  it('may be of today anywhere on Earth, not of tomorrow', async () => {
    const late = association.at('2027-01-04T10:00:00Z');
    await late
      .when(makeDeclaration, administrator, { ...commitment, on: '2027-01-05' })
      .decides(DeclarationMade({ ...commitment, on: '2027-01-05' }));
    await late
      .at('2027-01-04T09:59:59Z')
      .when(makeDeclaration, administrator, { ...commitment, on: '2027-01-05' })
      .refuses('declared-on-a-day-to-come', { on: '2027-01-05' });
  });

  it('of the VAT status says what is recovered', () =>
    expect(makeDeclaration.data.safeParse({ statement: { kind: 'vat-status' }, on: '2027-01-04' }).success).toBe(false));
});
