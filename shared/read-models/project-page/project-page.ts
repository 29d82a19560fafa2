import { trajectoryOf } from '@jalon/domain';
import type { Pool } from 'pg';
import type { ProjectSeen } from '../folding/context.ts';
import { SCHEMA, viewTable } from '../keeping/view-table.ts';
import { projectPlace } from '../my-work/places.ts';
import { workItems } from '../my-work/work.ts';
import { portfolioRow } from '../portfolio/portfolio.ts';
import { agreementOf } from './agreement-page.ts';
import { fundingOf, paymentsOf, recoveriesOf, settlementsOf } from './money-page.ts';
import { ProjectPage } from './shape.ts';

export const projectPageTables = viewTable('project_page', {});

/** A project's page, from its state, its story and what it hangs on. */
export function projectPage(seen: ProjectSeen): ProjectPage {
  const { state, story } = seen;
  const { application, srl, caseStudy } = state;
  const { overlap } = state.phases;
  const { eligibility, selection, corrected, completed, entered, gates, reports, shared } = story.course;
  const agreement = agreementOf(seen);
  const outcome = outcomeOf(seen);
  const appeal = appealOf(seen);
  const consolidation = consolidationOf(seen);
  return {
    ...portfolioRow(seen),
    ...(application.holder !== '' && { holder: application.holder }),
    content: application.content,
    ...(application.submitted && { submittedAt: application.submitted.at }),
    impliedRefusal: application.impliedRefusal,
    ...(eligibility && { eligibility }),
    reviews: reviewCounts(seen),
    ...(selection && { selection }),
    corrected: [...corrected],
    ...(outcome && { outcome }),
    ...(appeal && { appeal }),
    funding: fundingOf(seen),
    reservations: state.funding.reservations.map(({ reservation, by, text, lifted }) => ({
      reservation,
      by,
      text,
      ...(lifted && { liftedAt: lifted.at }),
    })),
    ...(agreement && { agreement }),
    entered: entered.map(({ phase, by, at }) => ({ phase, by, at })),
    gates: gates.map(({ at, outcome, from, to, conditions }) => ({
      at,
      outcome,
      from,
      ...(to && { to }),
      conditions: conditions.map(({ text }) => text),
    })),
    gateConditions: conditionsOf(seen),
    ...(overlap && { overlap: { at: overlap.at, phase: overlap.phase, part: overlap.part } }),
    milestones: milestonesOf(seen),
    reports: reports.map(({ report, from, upTo }) => ({ report, from, upTo, standing: state.reports.standing[report]?.is ?? 'submitted' })),
    payments: paymentsOf(seen),
    settlements: settlementsOf(seen),
    recoveries: recoveriesOf(seen),
    trajectory: stepsOf(seen),
    ...(consolidation && { consolidation }),
    ...(srl.open && {
      openReview: { review: srl.open.review, dueOn: srl.open.dueOn, lapsesOn: srl.open.lapsesOn, assessed: srl.open.assessment !== undefined },
    }),
    ...(completed && { results: completed.results }),
    resultsShared: [...shared],
    ...(caseStudy && { caseStudy: { ...caseStudy } }),
    due: workItems(projectPlace(seen)),
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

/** What was decided last on the application. */
function outcomeOf({ state: { outcome } }: ProjectSeen): ProjectPage['outcome'] {
  if (!outcome.current) return undefined;
  const { kind, since, notified, final } = outcome.current;
  return {
    outcome: kind,
    since,
    ...(notified && { notifiedAt: notified.at }),
    ...(notified?.appealUntil !== undefined && { appealUntil: notified.appealUntil }),
    ...(final && { finalAt: final.at }),
  };
}

function appealOf({ state: { appeal } }: ProjectSeen): ProjectPage['appeal'] {
  if (!appeal) return undefined;
  const { against, lodged, answered, corrected = false } = appeal;
  return { against, lodgedAt: lodged.at, ...(answered && { answer: { outcome: answered.outcome, at: answered.at } }), corrected };
}

/** The conditions of all gates: their words from the story, where each stands from the state. */
function conditionsOf({ state, story }: ProjectSeen): ProjectPage['gateConditions'] {
  const texts = story.course.gates.flatMap(({ conditions }) => conditions.map(({ text }) => text));
  return state.conditions.map(({ condition, phase, dueOn, reported, confirmed }) => ({
    condition,
    text: texts[condition - 1] ?? '',
    phase,
    ...(dueOn !== undefined && { dueOn }),
    standing: confirmed ? 'met' : reported ? 'reported' : 'open',
  }));
}

function milestonesOf({ state, story }: ProjectSeen): ProjectPage['milestones'] {
  return story.course.agreed.map(({ milestone, title, expected, dueOn }) => {
    const { reported, outcome } = state.milestones[milestone] ?? {};
    return { milestone, title, expected, dueOn, ...(reported && { reportedAt: reported.at }), ...(outcome && { outcome }) };
  });
}

function stepsOf({ state, story }: ProjectSeen): ProjectPage['trajectory'] {
  const reviewed = new Map(trajectoryOf(state.trajectory).map((point) => [point.review, point]));
  return story.course.reviews.map((step) => {
    if (step.missed) return { review: step.review, at: step.at, missed: true };
    const { review, at, claimed, reached, consolidated, scale, regressed } = step;
    const { phase, change } = reviewed.get(review) ?? {};
    const whence = { ...(phase && { phase }), ...(change && { change }), ...(regressed && { regressed }) };
    return { review, at, missed: false, claimed, reached, consolidated, scale, ...whence };
  });
}

function consolidationOf({ state: { consolidation } }: ProjectSeen): ProjectPage['consolidation'] {
  if (consolidation.review === 0) return undefined;
  const lines = consolidation.lines.map(({ level, keyFunction, dueOn, reported, confirmed }) => ({
    level,
    keyFunction,
    dueOn,
    standing: confirmed ? ('consolidated' as const) : reported ? ('reported' as const) : ('open' as const),
  }));
  return { review: consolidation.review, lines };
}

/** The page of a project, undefined where there is no such project (or the views do not have it yet). */
export async function findProjectPage(pool: Pool, tenant: string, project: string): Promise<ProjectPage | undefined> {
  const { rows } = await pool.query<{ row: unknown }>(`SELECT row FROM ${SCHEMA}.project_page WHERE tenant = $1 AND id = $2`, [tenant, project]);
  return rows[0] && ProjectPage.parse(rows[0].row);
}
