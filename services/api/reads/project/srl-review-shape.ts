import { Attachment, Confidentiality, LevelOutcome, Phase, SrlLevel } from '@jalon/domain';
import { z } from 'zod';

export const LevelShown = z.strictObject({
  level: SrlLevel,
  outcome: LevelOutcome,
  evidence: z.string().optional().describe('Absent for those whom its class of confidentiality does not admit.'),
  attachments: z.array(Attachment).optional(),
  confidentiality: Confidentiality.optional(),
});
export const AssessmentShown = z.strictObject({
  assessor: z.string().optional().describe('Absent for those who may not know who assessed.'),
  mine: z.boolean(),
  claimed: SrlLevel,
  levels: z.array(LevelShown),
});
export const Agreed = z.strictObject({ levels: z.array(LevelShown), reasons: z.string().optional() });
export const Open = z.strictObject({
  review: z.int(),
  openedAt: z.string(),
  dueOn: z.string(),
  lapsesOn: z.string(),
  assessors: z.int().describe('How many assess, each alone where there are two.'),
  assessed: z.int().describe('How many have.'),
  awaits: z.enum(['assessment', 'agreement', 'conclusion']),
  blind: z.boolean().describe('Whether the reader assesses alone first, and reads the other assessment once their own is in.'),
  assessments: z.array(AssessmentShown).describe('For those who assess, decide or check.'),
  differing: z
    .array(z.strictObject({ level: SrlLevel, between: z.array(LevelOutcome) }))
    .describe('Levels on which two assessments differ, with what can be agreed on each.'),
  agreed: Agreed.optional(),
  settled: z
    .array(z.strictObject({ level: SrlLevel, outcome: LevelOutcome }))
    .optional()
    .describe('What the review can be concluded on.'),
});
export const SrlReviewShown = z.strictObject({
  project: z.string(),
  version: z.int().min(1),
  scale: z.string().describe('With its attribution.'),
  phase: Phase.optional(),
  can: z.strictObject({ assess: z.boolean(), reconcile: z.boolean(), conclude: z.boolean(), open: z.boolean() }).describe('What you may do now.'),
  open: Open.optional(),
  last: z
    .strictObject({ review: z.int(), at: z.string(), assessments: z.array(AssessmentShown), agreed: Agreed.optional() })
    .optional()
    .describe('What the last review that was concluded rests on.'),
  files: z.array(Attachment).describe('Files of the project that evidence can refer to, for those who may assess it.'),
});
