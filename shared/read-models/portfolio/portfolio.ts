import { Cents, Currency, Day, endingInWords, Phase, Text, totalOf } from '@jalon/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { ProjectSeen } from '../folding/context.ts';
import { NextDue, nextDueOf } from '../folding/due.ts';
import { SCHEMA, viewTable } from '../keeping/view-table.ts';

export const portfolioTables = viewTable('portfolio', { programme: 'programme', call: 'call', stage: 'stage' });

/** A project's place on the SRL scale: as its last review concluded, or (`reading`) as somebody reads it from a public text. 0 is before the first level. */
export const SrlPlace = z.strictObject({
  reached: z.int().min(0).max(9),
  consolidated: z.int().min(0).max(9).optional(),
  reading: z.boolean(),
  scale: z.string().optional(),
});

/** One project in the portfolio. Amounts are in cents; times are ISO 8601. */
export const PortfolioRow = z.strictObject({
  project: z.string(),
  version: z.int().min(1),
  title: Text,
  organisation: z.string().optional(),
  programme: z.string(),
  programmeName: Text,
  demonstration: z.boolean(),
  call: z.string().optional(),
  callTitle: Text.optional(),
  number: z.int().min(1).optional(),
  stage: z.string(),
  phase: Phase.optional(),
  srl: SrlPlace.optional(),
  currency: Currency,
  requested: Cents.optional(),
  awarded: Cents.optional(),
  /** What the agreement in force holds the funders to, until when, and what was paid of it. */
  agreed: Cents.optional(),
  endsOn: Day.optional(),
  paid: Cents.optional(),
  nextDue: NextDue.optional(),
  /** How it ended, in words. */
  ending: Text.optional(),
  lastDecisionAt: z.string(),
});
export type PortfolioRow = z.output<typeof PortfolioRow>;

/** The title of a project in both languages; before it has one, its id. */
export function titleOf({ id, state }: Pick<ProjectSeen, 'id' | 'state'>): Text {
  const title = state.application.content.title ?? id;
  return state.caseStudy?.name ?? { fr: title, en: title };
}

/** Where a project stands on the scale, if anything says so. */
export function srlOf({ state, story }: Pick<ProjectSeen, 'state' | 'story'>): z.output<typeof SrlPlace> | undefined {
  const { concluded } = state.srl;
  const scale = story.course.reviews.findLast((review) => !review.missed)?.scale;
  if (concluded) return { reached: concluded.reached, consolidated: concluded.consolidated, reading: false, ...(scale !== undefined && { scale }) };
  return state.caseStudy && { reached: state.caseStudy.reading.reached, reading: true, scale: state.caseStudy.scale };
}

/** How a project ended, in words; undefined while it has not. */
function endingOf({ state, story: { course } }: Pick<ProjectSeen, 'state' | 'story'>): Text | undefined {
  if (state.stage !== 'ended') return undefined;
  return course.completed ? endingInWords(course.completed) : course.endedBy;
}

/** What went out on a project, all phases and funders together. */
const paidOn = ({ state }: Pick<ProjectSeen, 'state'>): number =>
  Object.values(state.payments.paid).reduce((sum, of) => sum + Object.values(of).reduce((all, amount) => all + amount, 0), 0);

/** How a project stands in the portfolio. */
export function portfolioRow(seen: ProjectSeen): PortfolioRow {
  const { state, call, programme } = seen;
  const { application, funding, agreement, caseStudy } = state;
  const organisation = application.content.organisation ?? caseStudy?.holder;
  const phase = state.phases.current ?? caseStudy?.reading.phase;
  const requested = application.content.requested ?? application.requested;
  const srl = srlOf(seen);
  const nextDue = nextDueOf(seen.obligations);
  const ending = endingOf(seen);
  return {
    project: seen.id,
    version: seen.version,
    title: titleOf(seen),
    ...(organisation !== undefined && { organisation }),
    programme: seen.programmeId,
    programmeName: programme.identity.name,
    demonstration: programme.identity.demonstration,
    ...(application.call !== '' && { call: application.call, callTitle: call.terms.title }),
    ...(seen.number !== undefined && { number: seen.number }),
    stage: state.stage,
    ...(phase && { phase }),
    ...(srl && { srl }),
    currency: programme.identity.currency,
    ...(requested > 0 && { requested }),
    ...(funding.awarded && { awarded: totalOf(funding.awarded.shares) }),
    ...(agreement && { agreed: agreement.amount, paid: paidOn(seen) }),
    ...(agreement?.endsOn !== undefined && { endsOn: agreement.endsOn }),
    ...(nextDue && { nextDue }),
    ...(ending && { ending }),
    lastDecisionAt: seen.lastAt,
  };
}

/** Which projects, in order of id: after an id, at most `limit` of them. */
export interface PortfolioQuery {
  readonly programme?: string;
  readonly call?: string;
  readonly stage?: string;
  readonly after?: string;
  readonly limit?: number;
}

/** A page of the portfolio. The next page begins after the last project of this one. */
export async function listPortfolio(pool: Pool, tenant: string, query: PortfolioQuery = {}): Promise<PortfolioRow[]> {
  const { programme, call, stage, after = '', limit = 100 } = query;
  const conditions = ['tenant = $1', 'id > $2'];
  const values: unknown[] = [tenant, after, limit];
  for (const [column, value] of Object.entries({ programme, call, stage })) {
    if (value !== undefined) conditions.push(`${column} = $${values.push(value)}`);
  }
  const { rows } = await pool.query<{ row: unknown }>(
    `SELECT row FROM ${SCHEMA}.portfolio WHERE ${conditions.join(' AND ')} ORDER BY id LIMIT $3`,
    values,
  );
  return rows.map(({ row }) => PortfolioRow.parse(row));
}
