import type { AnyCommand } from '../../../kernel/command.ts';
import { answerExamination } from './answer-examination.ts';
import { certifyService } from './certify-service.ts';
import { closeExamination } from './close-examination.ts';
import { concludeExamination } from './conclude-examination.ts';
import { declareExpenditure } from './declare-expenditure.ts';
import { examineExpenditure } from './examine-expenditure.ts';

export const expenditureCommands: readonly AnyCommand[] = [
  declareExpenditure,
  examineExpenditure,
  answerExamination,
  closeExamination,
  concludeExamination,
  certifyService,
];
