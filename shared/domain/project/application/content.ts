import { z } from 'zod';
import { Cents } from '../../kernel/money.ts';
import { Day } from '../../kernel/time.ts';
import { Prose, Title } from '../../kernel/words.ts';
import { Answers } from './answers.ts';

/** What a work is about (DOMAIN §5); the four are neither exclusive nor opposed. */
export const WorkCategory = z.enum(['modelling', 'experimentation', 'advocacy', 'cooperation']);

const Line = z.strictObject({ label: Title, amount: Cents });

/** What an applicant claims of a criterion, from 0 to 5 by half points as in the rubric, and why. */
const Claim = z.strictObject({ claimed: z.number().min(0).max(5).multipleOf(0.5), justification: Prose });

/** The four characteristics of breakthrough social innovation (DOMAIN §2), by the names that the rubric gives them. They tell it from others and exclude nobody. */
export const BreakthroughClaims = z.strictObject({ combination: Claim, cooperation: Claim, scales: Claim, transformation: Claim });

/** The five criteria of research and development of the Frascati manual (OECD 2015), by the names that the rubric gives them. */
export const ResearchClaims = z.strictObject({ novelty: Claim, creativity: Claim, uncertainty: Claim, systematic: Claim, transferability: Claim });

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
  isr: BreakthroughClaims.optional(),
  frascati: ResearchClaims.optional(),
  /** Answers to the programme's own form, where its policy has one. */
  answers: Answers.optional(),
});
export type Content = Readonly<z.output<typeof Content>>;

/** An application that is being written: what is filled in so far. */
export const Draft = Content.partial();
export type Draft = Readonly<z.output<typeof Draft>>;

/** The fields that still have to be filled in. */
export const missingFrom = (draft: Draft): string[] =>
  Object.entries(Content.shape)
    .filter(([field, shape]) => !(field in draft) && !shape.safeParse(undefined).success)
    .map(([field]) => field);

const sum = (lines: readonly { readonly amount: number }[]): number => lines.reduce((total, { amount }) => total + amount, 0);

/** Both sides of the financing plan, in cents: needs, and resources with the grant asked for. */
export function financingPlan({ budget, requested }: Pick<Content, 'budget' | 'requested'>): { readonly needs: number; readonly resources: number } {
  return { needs: sum(budget.needs), resources: sum(budget.resources) + requested };
}
