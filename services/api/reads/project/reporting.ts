import { type Attachment, awaitsAnswer, Cents, isPhase, isRunning, Phase, streamKind } from '@jalon/domain';
import {
  ExpenditureLine,
  facet,
  GateConditionConfirmed,
  GateConditionMet,
  MilestoneAssessed,
  MilestoneOutcome,
  MilestoneReported,
  ReportAccepted,
  ReportContent,
  ReportCorrected,
  ReportReturned,
  ReportSubmitted,
  RetainedLine,
} from '@jalon/domain/decisions';
import { z } from 'zod';
import { seesFiles } from '../../attachments/may-see.ts';
import { accountOf } from '../../identity/gate.ts';
import type { Reads } from '../reads.ts';
import { aProject } from '../seeable.ts';
import { toldDecisions } from './told-decisions.ts';

const MilestoneTold = z.strictObject({
  milestone: z.string(),
  reports: z.array(z.strictObject({ at: z.string(), report: z.string() })),
  assessments: z.array(z.strictObject({ at: z.string(), outcome: MilestoneOutcome, evidence: z.string() })),
});
const ReportTold = ReportContent.extend({
  report: z.int(),
  from: z.string(),
  upTo: z.string(),
  submittedAt: z.string(),
  answer: z.strictObject({ is: z.enum(['accepted', 'returned']), at: z.string(), words: z.string().optional() }).optional(),
});
const ConditionTold = z.strictObject({
  condition: z.int(),
  reports: z.array(z.strictObject({ at: z.string(), report: z.string() })),
  findings: z.array(z.strictObject({ at: z.string(), outcome: z.enum(['met', 'not-met']), evidence: z.string() })),
});
const Statement = z.strictObject({
  report: z.int(),
  phase: Phase,
  declaredAt: z.string(),
  lines: z.array(ExpenditureLine),
  retained: z.array(RetainedLine).describe('As examined, line by line; empty before the examination.'),
  concluded: Cents.optional().describe('What was retained in all.'),
  certifiedAt: z.string().optional(),
  awaitsAnswer: z.boolean().describe('Whether its holder can still answer on what was set aside.'),
});
const Reporting = z.strictObject({
  project: z.string(),
  version: z.int().min(1),
  can: z.strictObject({ report: z.boolean(), meetCondition: z.boolean(), declare: z.boolean() }).describe('What you may do now.'),
  milestones: z.array(MilestoneTold),
  reports: z.array(ReportTold),
  conditions: z.array(ConditionTold),
  expenditure: z.array(Statement).optional().describe('For those who read the money of the project.'),
});
type MilestoneTold = z.output<typeof MilestoneTold>;
type ReportTold = z.output<typeof ReportTold>;
type ConditionTold = z.output<typeof ConditionTold>;
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
const story = streamKind('project', { milestones, reports, conditions });

/** What a holder reported, and what became of it. */
export function reportingReads({ app, seeing, log }: Reads): void {
  app.get(
    '/v1/projects/:id/reporting',
    {
      schema: {
        operationId: 'projects.reporting',
        tags: ['projects'],
        summary: 'Reports on milestones, progress reports, conditions of gates and statements of expenditure, with what was answered',
        description: 'Files whose class of confidentiality does not admit you are left out.',
        params: z.object({ id: z.string() }),
        response: { 200: Reporting },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const account = accountOf(request);
      const { state, version, known, allows, at } = await seeing.open(account, aProject, id);
      const told = await toldDecisions(log, account.tenant, id, story);
      const sees = seesFiles(account, id, { state, known, at });
      const mine = state.application.holder === account.actor.id;
      const visible = (files: readonly Attachment[]) => files.filter((file) => mine || sees(file, false));
      const statements = Object.entries(state.expenditure).map(([report, statement]) => ({
        report: Number(report),
        phase: statement.phase,
        declaredAt: statement.declared.at,
        lines: [...statement.lines],
        retained: [...(statement.examined?.lines ?? [])],
        ...(statement.concluded && { concluded: statement.concluded.retained }),
        ...(statement.certified && { certifiedAt: statement.certified.at }),
        awaitsAnswer: awaitsAnswer(statement),
      }));
      return reply.header('etag', `"${version}"`).send({
        project: id,
        version,
        can: {
          report: isRunning(state.stage) && allows('report-milestone'),
          meetCondition: isPhase(state.stage) && allows('meet-condition'),
          declare: isRunning(state.stage) && allows('declare-expenditure'),
        },
        milestones: Object.values(told.milestones),
        reports: Object.values(told.reports).map((report) => ({ ...report, attachments: visible(report.attachments) })),
        conditions: Object.values(told.conditions),
        ...(allows('read-money') && { expenditure: statements }),
      });
    },
  );
}
