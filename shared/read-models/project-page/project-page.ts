import { type Share, totalOf } from '@jalon/domain';
import type { Pool } from 'pg';
import type { ProjectSeen } from '../folding/context.ts';
import { SCHEMA, viewTable } from '../keeping/view-table.ts';
import { workItems } from '../my-work/work.ts';
import { portfolioRow, titleOf } from '../portfolio/portfolio.ts';
import { ProjectPage } from './shape.ts';

export const projectPageTables = viewTable('project_page', {});

/** A project's page, from its state, its story and what it hangs on. */
export function projectPage(seen: ProjectSeen): ProjectPage {
  const { state, story } = seen;
  const { application, agreement, srl, caseStudy } = state;
  return {
    ...portfolioRow(seen),
    ...(application.holder !== '' && { holder: application.holder }),
    content: application.content,
    ...(application.submitted && { submittedAt: application.submitted.at }),
    impliedRefusal: application.impliedRefusal,
    ...(story.eligibility && { eligibility: story.eligibility }),
    reviews: reviewCounts(seen),
    ...(story.selection && { selection: story.selection }),
    funding: fundingOf(seen),
    ...(agreement && story.signed && { agreement: { signedOn: story.signed.signedOn, parties: story.signed.parties, amount: agreement.amount } }),
    entered: [...story.entered],
    gates: story.gates.map(({ at, outcome, from, to, conditions }) => ({ at, outcome, from, ...(to && { to }), conditions })),
    milestones: milestonesOf(seen),
    payments: paymentsOf(seen),
    trajectory: trajectoryOf(seen),
    ...(srl.open && {
      openReview: { review: srl.open.review, dueOn: srl.open.dueOn, lapsesOn: srl.open.lapsesOn, assessed: srl.open.assessment !== undefined },
    }),
    ...(story.completed && { results: story.completed.results }),
    ...(caseStudy && { caseStudy: { ...caseStudy } }),
    due: workItems({
      kind: 'project',
      id: seen.id,
      title: titleOf(seen),
      stage: state.stage,
      programme: seen.programmeId,
      obligations: seen.obligations,
    }),
  };
}

function reviewCounts({ state }: ProjectSeen): ProjectPage['reviews'] {
  const all = Object.values(state.reviews);
  return {
    assigned: all.filter(({ assigned }) => assigned).length,
    conflicts: all.filter(({ conflict }) => conflict).length,
    submitted: all.filter(({ marks, conflict }) => marks && !conflict).length,
  };
}

/** What each funder is asked for, once the project is selected, and what it decided. */
function fundingOf({ state, programme }: ProjectSeen): ProjectPage['funding'] {
  const shares: readonly Share[] = state.funding.awarded?.shares ?? state.selected?.shares ?? [];
  return shares.map(({ funder, amount }) => {
    const name = programme.funders[funder]?.name;
    const decided = state.funding.decided[funder];
    return { funder, amount, ...(name && { name }), ...(decided && { decided }) };
  });
}

function milestonesOf({ state, story }: ProjectSeen): ProjectPage['milestones'] {
  return story.agreed.map(({ milestone, title, expected, dueOn }) => {
    const { reported, outcome } = state.milestones[milestone] ?? {};
    return { milestone, title, expected, dueOn, ...(reported && { reportedAt: reported.at }), ...(outcome && { outcome }) };
  });
}

/** The payments that the agreement foresees, with how far each has come. */
function paymentsOf({ state, story }: ProjectSeen): ProjectPage['payments'] {
  return (state.agreement?.plan ?? [])
    .filter(({ shares }) => totalOf(shares) > 0)
    .map(({ phase, kind, shares }) => {
      const made = story.payments.findLast((payment) => payment.phase === phase && payment.kind === kind);
      const foreseen = { phase, kind, amount: totalOf(shares), shares: [...shares] };
      return made ? { ...foreseen, standing: made.standing, at: made.at } : { ...foreseen, standing: 'planned' };
    });
}

function trajectoryOf({ story }: ProjectSeen): ProjectPage['trajectory'] {
  return story.reviews.map((step) => {
    if (step.missed) return { review: step.review, at: step.at, missed: true };
    const { review, at, claimed, reached, consolidated, scale } = step;
    return { review, at, missed: false, claimed, reached, consolidated, scale };
  });
}

/** The page of a project, undefined where there is no such project (or the views do not have it yet). */
export async function findProjectPage(pool: Pool, tenant: string, project: string): Promise<ProjectPage | undefined> {
  const { rows } = await pool.query<{ row: unknown }>(`SELECT row FROM ${SCHEMA}.project_page WHERE tenant = $1 AND id = $2`, [tenant, project]);
  return rows[0] && ProjectPage.parse(rows[0].row);
}
