import { z } from 'zod';
import { Attachment } from '../../../kernel/attachment.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { Prose } from '../../../kernel/words.ts';
import { projectCommand } from '../../project.ts';
import { isBound } from '../standing.ts';
import { awaitsAnswer, ExaminationAnswered, ReportNumber } from './expenditure.ts';

export const answerExamination = projectCommand({
  name: 'answer-examination',
  says: { en: 'Answer an examination', fr: 'Répondre au contradictoire' },
  about: 'The holder answers on what was set aside, with further pieces where there are some; once, until the time that the policy gives is over.',
  data: z.strictObject({ report: ReportNumber, answer: Prose, attachments: z.array(Attachment).max(50).default([]) }),
  example: { report: 1, answer: 'The two days were worked in the period: the time sheet is attached.' },
  refuses: ['project-not-running', 'no-answer-on-expenditure-awaited'],

  decide(state, { data }) {
    const examined = state.expenditure[data.report];
    if (!isBound(state)) return refuse('project-not-running', { stage: state.stage });
    if (!examined || !awaitsAnswer(examined)) return refuse('no-answer-on-expenditure-awaited', { report: data.report });
    return ExaminationAnswered(data);
  },
});
