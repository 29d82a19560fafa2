import type { DecisionType, Funder, Share, Text } from '@jalon/domain';

/** What a sentence may name beside the decision itself. */
export interface About {
  /** The title of the project or the call that was decided on. */
  readonly title: Text;
  /** The name of a funder of the programme. */
  readonly funder: (id: string) => Text;
  /** An amount of cents in the programme's currency. */
  readonly amount: (cents: number) => Text;
  /** The last day before an instant (ISO 8601) in the programme's time zone, written out. */
  readonly lastDayBefore: (instant: string) => Text;
  /** The command that led to the decision, such as `project/decide-funding`. */
  readonly command: string;
}

export interface Words<Data> {
  readonly says: (data: Data, about: About) => Text;
  /** What of the amounts that were decided a funder bears, in cents; undefined where none was, or none is its. */
  readonly share?: (data: Data, funder: string) => number | undefined;
  /** What has to stand beside it, such as an attribution. */
  readonly note?: (data: Data) => string;
  /** Whom it is told of the funders concerned; all of them where nothing is said. */
  readonly to?: (data: Data, funder: Pick<Funder, 'funder' | 'kind'>) => boolean;
  /** Whether it is worth telling at all, such as where another decision of the same command tells it. */
  readonly when?: (data: Data, about: About) => boolean;
}

/** A type of decision that is told to funders, with its words. */
export interface Told {
  readonly type: DecisionType;
  readonly words: Words<unknown>;
}

/** The words get the data of their type: it was read by that type, and raised to its present shape. */
export const tell = <Data>(type: DecisionType<string, Data>, words: Words<Data>): Told => ({
  type: type as DecisionType,
  words: words as Words<unknown>,
});

/** What of these shares a funder bears. */
export const shareIn = (shares: readonly Share[], funder: string): number | undefined => shares.find((share) => share.funder === funder)?.amount;
export const shareOf = ({ shares }: { readonly shares: readonly Share[] }, funder: string): number | undefined => shareIn(shares, funder);

/** What payments add up to for a funder. */
export const shareOfPlan = ({ plan }: { readonly plan: readonly { readonly shares: readonly Share[] }[] }, funder: string): number =>
  plan.reduce((sum, { shares }) => sum + (shareIn(shares, funder) ?? 0), 0);
