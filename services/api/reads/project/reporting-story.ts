import { streamKind } from '@jalon/domain';
import {
  ConsolidationConfirmed,
  ConsolidationReported,
  facet,
  GateConditionConfirmed,
  GateConditionMet,
  MilestoneAssessed,
  MilestoneReported,
  ReportAccepted,
  ReportCorrected,
  ReportReturned,
  ReportSubmitted,
  SrlReviewConcluded,
} from '@jalon/domain/decisions';
import type { z } from 'zod';
import type * as shapes from './reporting-shape.ts';

type MilestoneTold = z.output<typeof shapes.MilestoneTold>;
type ReportTold = z.output<typeof shapes.ReportTold>;
type ConditionTold = z.output<typeof shapes.ConditionTold>;
type ConsolidationTold = z.output<typeof shapes.ConsolidationTold>;
type All<Told> = Readonly<Record<string, Told>>;

const milestone = (all: All<MilestoneTold>, name: string): MilestoneTold => all[name] ?? { milestone: name, reports: [], assessments: [] };
const milestones = facet({} as All<MilestoneTold>, [MilestoneReported, MilestoneAssessed], {
  'milestone-reported': (all, { milestone: name, report }, { at }) => {
    const known = milestone(all, name);
    return { ...all, [name]: { ...known, reports: [...known.reports, { at, report }] } };
  },
  'milestone-assessed': (all, { milestone: name, outcome, evidence }, { at }) => {
    const known = milestone(all, name);
    return { ...all, [name]: { ...known, assessments: [...known.assessments, { at, outcome, evidence }] } };
  },
});

const answered = (all: All<ReportTold>, report: number, answer: ReportTold['answer']): All<ReportTold> => {
  const known = all[report];
  return known && answer ? { ...all, [report]: { ...known, answer } } : all;
};
const reports = facet({} as All<ReportTold>, [ReportSubmitted, ReportCorrected, ReportAccepted, ReportReturned], {
  'report-submitted': (all, said, { at }) => ({ ...all, [said.report]: { ...said, submittedAt: at } }),
  'report-corrected': (all, { report, ...said }, { at }) => {
    const { answer: _, ...known } = all[report] ?? {};
    return 'from' in known ? { ...all, [report]: { ...known, ...said, submittedAt: at } } : all;
  },
  'report-accepted': (all, { report, comment }, { at }) =>
    answered(all, report, { is: 'accepted', at, ...(comment !== undefined && { words: comment }) }),
  'report-returned': (all, { report, reasons }, { at }) => answered(all, report, { is: 'returned', at, words: reasons }),
});

const condition = (all: All<ConditionTold>, number: number): ConditionTold => all[number] ?? { condition: number, reports: [], findings: [] };
const conditions = facet({} as All<ConditionTold>, [GateConditionMet, GateConditionConfirmed], {
  'gate-condition-met': (all, { condition: number, report }, { at }) => {
    const known = condition(all, number);
    return { ...all, [number]: { ...known, reports: [...known.reports, { at, report }] } };
  },
  'gate-condition-confirmed': (all, { condition: number, outcome, evidence }, { at }) => {
    const known = condition(all, number);
    return { ...all, [number]: { ...known, findings: [...known.findings, { at, outcome, evidence }] } };
  },
});
const onLine = (
  all: readonly ConsolidationTold[],
  line: number,
  change: (told: ConsolidationTold) => ConsolidationTold,
): readonly ConsolidationTold[] => all.map((told) => (told.line === line ? change(told) : told));
const consolidation = facet([] as readonly ConsolidationTold[], [SrlReviewConcluded, ConsolidationReported, ConsolidationConfirmed], {
  'srl-review-concluded': (_, { consolidationPlan }) =>
    consolidationPlan.map(({ support }, index) => ({ line: index + 1, support, reports: [], findings: [] })),
  'consolidation-reported': (all, { line, report, attachments }, { at }) =>
    onLine(all, line, (told) => ({ ...told, reports: [...told.reports, { at, report, ...(attachments && { attachments }) }] })),
  'consolidation-confirmed': (all, { line, outcome, evidence }, { at }) =>
    onLine(all, line, (told) => ({ ...told, findings: [...told.findings, { at, outcome, evidence }] })),
});

/** What was reported on a project and what was found of it, in words. The state that rules know keeps where each stands. */
export const reportingStory = streamKind('project', { milestones, reports, conditions, consolidation });
