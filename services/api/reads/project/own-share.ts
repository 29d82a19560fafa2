/**
 * What a funder may see of amounts that are told by funder: its own. Entries of other funders leave every list, and the amount beside a list of shares becomes
 * the sum of those left. Totals that no list of shares explains, such as the grant awarded, stay: they are published.
 */
export function ownShareOf<Shown>(funder: string, shown: Shown): Shown {
  return (Array.isArray(shown) ? listed(funder, shown) : isRecord(shown) ? recorded(funder, shown) : shown) as Shown;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isOf = (funder: string, value: unknown): boolean => !isRecord(value) || typeof value.funder !== 'string' || value.funder === funder;

const listed = (funder: string, all: readonly unknown[]): readonly unknown[] =>
  all.filter((one) => isOf(funder, one)).map((one) => ownShareOf(funder, one));

function recorded(funder: string, whole: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const own = Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, ownShareOf(funder, value)]));
  return 'amount' in own && Array.isArray(own.shares) ? { ...own, amount: sumOf(own.shares) } : own;
}

const sumOf = (shares: readonly unknown[]): number =>
  shares.reduce<number>((sum, share) => sum + (isRecord(share) && typeof share.amount === 'number' ? share.amount : 0), 0);
