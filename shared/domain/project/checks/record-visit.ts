import { z } from 'zod';
import { today } from '../../call/call.ts';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { Attachments, VisitRecorded } from './checks.ts';
import { isOnFile } from './control-period.ts';

export const recordVisit = projectCommand({
  name: 'record-visit',
  says: { en: 'Record a visit', fr: 'Rendre compte d’une visite sur place' },
  about: 'Records what was seen on site, with its pieces; once for each visit that was planned, on the day planned or another.',
  data: z.strictObject({ visit: ThingId, visitedOn: Day, seen: Prose, attachments: Attachments.default([]) }),
  example: { visit: 'first-visit', visitedOn: '2028-04-12', seen: 'Two workshops in use; the posters name every funder.' },
  refuses: ['project-not-running', 'not-by-the-holder', 'visit-not-planned', 'visit-already-recorded', 'visit-to-come'],

  decide(state, { data, by, at }, known) {
    const visit = state.checks.visits[data.visit];
    if (!isOnFile(state)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (visit?.recorded) return refuse('visit-already-recorded', { visit: data.visit });
    if (!visit?.planned) return refuse('visit-not-planned', { visit: data.visit });
    return data.visitedOn > today(known, at) ? refuse('visit-to-come', { visitedOn: data.visitedOn }) : VisitRecorded(data);
  },
});
