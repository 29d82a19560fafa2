import { z } from 'zod';
import { addToDay, Day, dayOf } from '../../kernel/time.ts';

/** Why something about a person has to be kept though they ask for its erasure (GDPR, article 17(3)(b), (d) and (e)). */
export const HoldKind = z.enum(['accounts', 'mandate', 'appeal', 'archives', 'de-minimis']);
export type HoldKind = z.output<typeof HoldKind>;

/** What a hold rests on, and for how long. Periods marked *ours* are proposals to settle with the archives and the accountant. */
interface Ground {
  /** After the day from which it counts. */
  readonly period: string;
  readonly article: string;
  readonly en: string;
  readonly fr: string;
}

/** The grounds in force from a day on, oldest first; a table, so that a new text is a new line. */
const grounds: readonly { readonly from: string; readonly of: Readonly<Record<HoldKind, Ground>> }[] = [
  {
    from: '2021-06-30', // Regulation (EU) 2021/1060 was published on that day.
    of: {
      // Article 82(1): five years from 31 December of the year of the last payment to the beneficiary. *Recalled.*
      accounts: {
        period: 'P5Y',
        article: 'Regulation (EU) 2021/1060, article 82(1)',
        en: 'acts on a project that public money was awarded to, which checks and audits have to be able to go over',
        fr: 'actes sur un projet financé par des fonds publics, que les contrôles et audits doivent pouvoir reprendre',
      },
      mandate: {
        period: 'P5Y',
        article: 'Regulation (EU) 2021/1060, article 82(1)',
        en: 'a power to sign for an organisation, on which its agreements rest',
        fr: 'un pouvoir de signer pour une organisation, sur lequel reposent ses conventions',
      },
      // An outcome told without remedies can be appealed for about a year.
      appeal: {
        period: 'P1Y',
        article: 'Code de justice administrative, articles R421-1 and R421-5',
        en: 'acts on an application whose outcome can still be appealed',
        fr: 'actes sur une candidature dont la décision peut encore être contestée',
      },
      // The period is *ours*, until the archives settle it (durée d’utilité administrative).
      archives: {
        period: 'P10Y',
        article: 'Code du patrimoine, articles L211-4 and L212-2',
        en: 'votes, recusals and minutes of a committee, which are public archives',
        fr: 'votes, déports et procès-verbaux d’un comité, qui sont des archives publiques',
      },
      // *Recalled*: ten years from the grant.
      'de-minimis': {
        period: 'P10Y',
        article: 'Regulation (EU) 2023/2831, article 6',
        en: 'a declaration of de minimis aid',
        fr: 'une déclaration d’aide de minimis',
      },
    },
  },
];

/** Something a person did, or that was decided about them, which a hold may rest on. */
export const Trace = z.strictObject({
  hold: HoldKind,
  /** The stream of the thing. */
  thing: z.string().min(1).max(200),
  /** The day from which the period counts; absent while it has not begun, since the thing still goes on. */
  from: Day.optional(),
});
export type Trace = Readonly<z.output<typeof Trace>>;

export const Hold = Trace.omit({ from: true }).extend({
  article: z.string(),
  /** The last day on which it holds; absent while that cannot be said yet. */
  until: Day.optional(),
});
export type Hold = Readonly<z.output<typeof Hold>>;

const groundsOn = (day: string): Readonly<Record<HoldKind, Ground>> => (grounds.findLast(({ from }) => from <= day) ?? grounds[0]!).of;

/** What holds on an instant, of what a person left: the longest last. */
export function holdsOf(traces: readonly Trace[], at: string): readonly Hold[] {
  const today = dayOf(at, 'UTC');
  const of = groundsOn(today);
  return traces
    .map(({ hold, thing, from }): Hold => {
      const { article, period } = of[hold];
      return { hold, thing, article, ...(from !== undefined && { until: addToDay(from, period) }) };
    })
    .filter(({ until }) => until === undefined || until >= today)
    .sort((a, b) => ((a.until ?? '9999') < (b.until ?? '9999') ? -1 : 1));
}

/** The last day of all holds; undefined while one of them has no end yet, or where there are none. */
export const heldUntil = (holds: readonly Hold[]): string | undefined => holds.at(-1)?.until;

/** The ground of a hold, in words. */
export const wordsOf = ({ hold }: Hold): { readonly en: string; readonly fr: string } => grounds.at(-1)!.of[hold];
