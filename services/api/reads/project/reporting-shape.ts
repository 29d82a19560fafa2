import { Attachment, Cents, Phase } from '@jalon/domain';
import { ExpenditureLine, MilestoneOutcome, ReportContent, RetainedLine } from '@jalon/domain/decisions';
import { z } from 'zod';

export const MilestoneTold = z.strictObject({
  milestone: z.string(),
  reports: z.array(z.strictObject({ at: z.string(), report: z.string() })),
  assessments: z.array(z.strictObject({ at: z.string(), outcome: MilestoneOutcome, evidence: z.string() })),
});
export const ReportTold = ReportContent.extend({
  report: z.int(),
  from: z.string(),
  upTo: z.string(),
  submittedAt: z.string(),
  answer: z.strictObject({ is: z.enum(['accepted', 'returned']), at: z.string(), words: z.string().optional() }).optional(),
});
export const ConditionTold = z.strictObject({
  condition: z.int(),
  reports: z.array(z.strictObject({ at: z.string(), report: z.string() })),
  findings: z.array(z.strictObject({ at: z.string(), outcome: z.enum(['met', 'not-met']), evidence: z.string() })),
});
export const ConsolidationTold = z.strictObject({
  line: z.int().describe('By its number in the plan, from 1.'),
  support: z.string(),
  reports: z.array(z.strictObject({ at: z.string(), report: z.string(), attachments: z.array(Attachment).optional() })),
  findings: z.array(z.strictObject({ at: z.string(), outcome: z.enum(['consolidated', 'to-continue']), evidence: z.string() })),
});
export const Statement = z.strictObject({
  report: z.int(),
  phase: Phase,
  declaredAt: z.string(),
  lines: z.array(ExpenditureLine),
  retained: z.array(RetainedLine).describe('As examined, line by line; empty before the examination.'),
  concluded: Cents.optional().describe('What was retained in all.'),
  certifiedAt: z.string().optional(),
  awaitsAnswer: z.boolean().describe('Whether its holder can still answer on what was set aside.'),
});
export const Reporting = z.strictObject({
  project: z.string(),
  version: z.int().min(1),
  can: z
    .strictObject({
      report: z.boolean(),
      agreeMilestone: z.boolean(),
      assessMilestone: z.boolean(),
      meetCondition: z.boolean(),
      confirmCondition: z.boolean(),
      answerReport: z.boolean(),
      reportConsolidation: z.boolean(),
      confirmConsolidation: z.boolean(),
      declare: z.boolean(),
    })
    .describe('What you may do now.'),
  milestones: z.array(MilestoneTold),
  reports: z.array(ReportTold),
  conditions: z.array(ConditionTold),
  consolidation: z.array(ConsolidationTold).describe('Line by line of the plan that the last SRL review wrote.'),
  expenditure: z.array(Statement).optional().describe('For those who read the money of the project.'),
});
