import { z } from 'zod';
import { endOf } from '../../call/hours.ts';
import { refuse } from '../../kernel/refusal.ts';
import { isBefore } from '../../kernel/time.ts';
import { projectCommand } from '../project.ts';
import { awaitedSupplement } from './answer.ts';
import { SupplementMissed } from './intake.ts';

export const recordSupplementMissing = projectCommand({
  name: 'record-supplement-missing',
  says: { en: 'Record that pieces are missing', fr: 'Constater l’absence des pièces demandées' },
  about:
    'Records that the time given for missing pieces is over without an answer. The suspension has ended (CRPA L114-5) and the file stands as it is: an administrator assesses it, and may find it incomplete. The process does it.',
  data: z.strictObject({}),
  example: {},
  refuses: ['no-supplement-awaited', 'time-for-pieces-not-over'],

  decide(state, { at }, { programme }) {
    const awaited = awaitedSupplement(state);
    if (!awaited) return refuse('no-supplement-awaited');
    const { supplement, dueOn } = awaited;
    if (isBefore(at, endOf(dueOn, programme.identity.timeZone))) return refuse('time-for-pieces-not-over', { dueOn });
    return SupplementMissed({ supplement });
  },
});
