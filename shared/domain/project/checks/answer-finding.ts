import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { Attachments, awaitsAnswer, FindingAnswered } from './checks.ts';
import { isOnFile } from './control-period.ts';

export const answerFinding = projectCommand({
  name: 'answer-finding',
  says: { en: 'Answer a finding', fr: 'Répondre à un constat' },
  about: 'The holder answers a finding, with pieces where there are some; once, until the time that the policy gives is over.',
  data: z.strictObject({ finding: ThingId, answer: Prose, attachments: Attachments.default([]) }),
  example: { finding: 'time-sheets', answer: 'The countersigned time sheets are attached.' },
  refuses: ['project-not-running', 'no-answer-on-finding-awaited'],

  decide(state, { data }) {
    const finding = state.checks.findings[data.finding];
    if (!isOnFile(state)) return refuse('project-not-running', { stage: state.stage });
    if (!finding || !awaitsAnswer(finding)) return refuse('no-answer-on-finding-awaited', { finding: data.finding });
    return FindingAnswered(data);
  },
});
