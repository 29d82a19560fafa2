import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { Cents } from '../../kernel/money.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { Attachments, FindingRecorded } from './checks.ts';
import { isOnFile } from './control-period.ts';

export const recordFinding = projectCommand({
  name: 'record-finding',
  says: { en: 'Record a finding', fr: 'Établir un constat' },
  about: 'Records what an open check found, and the amount that it may concern. The holder can answer before anything is decided on it.',
  data: z.strictObject({ check: ThingId, finding: ThingId, found: Prose, concerned: Cents.default(0), attachments: Attachments.default([]) }),
  example: { check: 'check-2028', finding: 'time-sheets', found: 'Four time sheets of March are not countersigned.', concerned: 180_000 },
  refuses: ['project-not-running', 'not-by-the-holder', 'check-not-open', 'finding-already-recorded'],

  decide(state, { data, by }) {
    if (!isOnFile(state)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (state.checks.open[data.check] !== 'open') return refuse('check-not-open', { check: data.check });
    return state.checks.findings[data.finding] ? refuse('finding-already-recorded', { finding: data.finding }) : FindingRecorded(data);
  },
});
