import type { AnyCommand } from '../../kernel/command.ts';
import { agreeIndicator } from './agree-indicator.ts';
import { answerFinding } from './answer-finding.ts';
import { closeCheck } from './close-check.ts';
import { closeFindings } from './close-findings.ts';
import { closeIrregularity } from './close-irregularity.ts';
import { decideCorrection } from './decide-correction.ts';
import { openCheck } from './open-check.ts';
import { planVisit } from './plan-visit.ts';
import { recordDoubleFundingCheck } from './record-double-funding-check.ts';
import { recordFinding } from './record-finding.ts';
import { recordPublicity } from './record-publicity.ts';
import { recordVisit } from './record-visit.ts';
import { reportIndicator } from './report-indicator.ts';
import { reportIrregularity } from './report-irregularity.ts';

export const checksCommands: readonly AnyCommand[] = [
  planVisit,
  recordVisit,
  openCheck,
  recordFinding,
  answerFinding,
  closeFindings,
  decideCorrection,
  closeCheck,
  reportIrregularity,
  closeIrregularity,
  recordPublicity,
  recordDoubleFundingCheck,
  agreeIndicator,
  reportIndicator,
];
