import type { Cents } from '../kernel/money.ts';
import { addToDay } from '../kernel/time.ts';
import type { Aid, Aids } from './aid.ts';

/** The regimes of de minimis aid, from the narrowest ceiling to the widest: each ceiling bears on the aid of its own regime and of those before it. */
export const deMinimisRegimes = ['farming', 'general', 'sieg'] as const;
export type DeMinimisRegime = (typeof deMinimisRegimes)[number];

/** The most that one single undertaking may be granted in three years, from a day on, in euro cents. */
interface Ceiling {
  readonly regime: DeMinimisRegime;
  readonly from: string;
  readonly amount: Cents;
  readonly regulation: string;
}

/**
 * The reference table of ceilings, oldest first. The older regulations count in fiscal years of the undertaking, which nobody tells us:
 * three years date to date, which is what the present ones say, stands for them.
 */
export const deMinimisCeilings: readonly Ceiling[] = [
  { regime: 'general', from: '2007-01-01', amount: 20_000_000, regulation: '(EC) 1998/2006' },
  { regime: 'sieg', from: '2012-04-29', amount: 50_000_000, regulation: '(EU) 360/2012' },
  { regime: 'general', from: '2014-01-01', amount: 20_000_000, regulation: '(EU) 1407/2013' },
  { regime: 'farming', from: '2014-01-01', amount: 1_500_000, regulation: '(EU) 1408/2013' },
  { regime: 'farming', from: '2019-03-14', amount: 2_000_000, regulation: '(EU) 1408/2013 as amended by (EU) 2019/316' },
  { regime: 'general', from: '2024-01-01', amount: 30_000_000, regulation: '(EU) 2023/2831' },
  { regime: 'sieg', from: '2024-01-01', amount: 75_000_000, regulation: '(EU) 2023/2832' },
  { regime: 'farming', from: '2024-12-16', amount: 5_000_000, regulation: '(EU) 1408/2013 as amended by (EU) 2024/3118' },
];

/** An organisation of the single undertaking, with the aids that it was granted. */
export interface AidHistory {
  readonly organisation: string;
  readonly aids: Aids;
}

/** An aid that counts, and whose it is. */
export type CountedAid = Aid & { readonly organisation: string };

/** What one ceiling leaves: ceiling − counted, never below nothing. */
export interface CeilingCount {
  readonly regime: DeMinimisRegime;
  readonly regulation: string;
  readonly ceiling: Cents;
  readonly counted: Cents;
  readonly left: Cents;
}

/** How much de minimis aid a single undertaking can still be granted on a day, and the arithmetic of it. */
export interface DeMinimis {
  readonly regime: DeMinimisRegime;
  readonly on: string;
  /** The ceiling of the regime itself; 0 where there was none yet on that day. */
  readonly ceiling: Cents;
  /** Every aid of a de minimis regime that was granted in the three years up to the day, oldest first. */
  readonly aids: readonly CountedAid[];
  /** Each ceiling that a new aid of this regime has to respect, the regime’s own first. */
  readonly counts: readonly CeilingCount[];
  /** The most that can still be granted: what the tightest ceiling leaves. */
  readonly left: Cents;
}

/** The ceiling of a regime on a day, or undefined before its first regulation. */
export const ceilingOn = (regime: DeMinimisRegime, on: string): Ceiling | undefined =>
  deMinimisCeilings.findLast((ceiling) => ceiling.regime === regime && ceiling.from <= on);

/**
 * Whether an aid falls in the three years up to a day. A period of years ends with the day that bears the same date (Regulation (EEC, Euratom)
 * 1182/71, article 3), so an aid still counts on the third anniversary of its grant.
 */
const countsOn = ({ grantedOn }: Aid, on: string): boolean => grantedOn <= on && addToDay(grantedOn, 'P3Y') >= on;

const ranks: ReadonlyMap<string, number> = new Map(deMinimisRegimes.map((regime, rank) => [regime, rank]));
const rankOf = (regime: string): number => ranks.get(regime) ?? -1;

/**
 * What a single undertaking (entreprise unique, Regulation (EU) 2023/2831 article 2(2)) has left of a de minimis regime on a day: all its organisations
 * and all granters count, three years date to date (article 3). Regimes cumulate up to the wider ceiling (article 5; (EU) 2023/2832 article 5;
 * (EU) 1408/2013 article 5): farming aid is also within the general ceiling, and all of it within that of services of general economic interest.
 */
export function deMinimisOf(undertaking: readonly AidHistory[], regime: DeMinimisRegime, on: string): DeMinimis {
  const aids = undertaking
    .flatMap(({ organisation, aids: granted }) => Object.values(granted).map((aid): CountedAid => ({ ...aid, organisation })))
    .filter((aid) => rankOf(aid.regime) >= 0 && countsOn(aid, on))
    .sort((a, b) => (a.grantedOn < b.grantedOn ? -1 : a.grantedOn > b.grantedOn ? 1 : 0));
  const counts = deMinimisRegimes.slice(rankOf(regime)).flatMap((wider) => countAgainst(wider, aids, on));
  const own = counts.find((count) => count.regime === regime);
  return { regime, on, ceiling: own?.ceiling ?? 0, aids, counts, left: own ? Math.min(...counts.map(({ left }) => left)) : 0 };
}

function countAgainst(regime: DeMinimisRegime, aids: readonly CountedAid[], on: string): CeilingCount[] {
  const ceiling = ceilingOn(regime, on);
  if (!ceiling) return [];
  const counted = aids.filter((aid) => rankOf(aid.regime) <= rankOf(regime)).reduce((sum, { amount }) => sum + amount, 0);
  return [{ regime, regulation: ceiling.regulation, ceiling: ceiling.amount, counted, left: Math.max(0, ceiling.amount - counted) }];
}
