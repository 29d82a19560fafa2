import type { AnyCommand } from '../../kernel/command.ts';
import { recordCaseStudy } from './record-case-study.ts';

export const caseStudyCommands: readonly AnyCommand[] = [recordCaseStudy];
