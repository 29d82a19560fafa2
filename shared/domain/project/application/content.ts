import { z } from 'zod';
import { Cents } from '../../kernel/money.ts';
import { Day } from '../../kernel/time.ts';
import { Prose, Title } from '../../kernel/words.ts';

/** What a work is about (DOMAIN §5); the four are neither exclusive nor opposed. */
export const WorkCategory = z.enum(['modelling', 'experimentation', 'advocacy', 'cooperation']);

const Line = z.strictObject({ label: Title, amount: Cents });

/** What an application says. It holds no personal data: the organisation is named, persons are not. Amounts are in cents. */
export const Content = z.strictObject({
  title: Title,
  summary: Prose,
  finality: Prose,
  organisation: Title,
  works: z
    .array(z.strictObject({ name: Title, category: WorkCategory, description: Prose }))
    .min(1)
    .max(40),
  /** Needs are what the project costs; resources are what pays for it beside the grant asked for. */
  budget: z.strictObject({ needs: z.array(Line).min(1).max(100), resources: z.array(Line).max(100) }),
  requested: Cents.min(1),
  expectedStart: Day,
  /** The applicant's own reading of the project, by criterion or by any other heading of the call. */
  selfAssessment: z
    .array(z.strictObject({ criterion: z.string().min(1).max(60), text: Prose }))
    .min(1)
    .max(40),
});
export type Content = Readonly<z.output<typeof Content>>;

/** An application that is being written: what is filled in so far. */
export const Draft = Content.partial();
export type Draft = Readonly<z.output<typeof Draft>>;

/** The fields that still have to be filled in. */
export const missingFrom = (draft: Draft): string[] => Object.keys(Content.shape).filter((field) => !(field in draft));

const sum = (lines: readonly { readonly amount: number }[]): number => lines.reduce((total, { amount }) => total + amount, 0);

/** Both sides of the financing plan, in cents: needs, and resources with the grant asked for. */
export function financingPlan({ budget, requested }: Content): { readonly needs: number; readonly resources: number } {
  return { needs: sum(budget.needs), resources: sum(budget.resources) + requested };
}
