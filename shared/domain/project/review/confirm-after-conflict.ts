import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { ConfirmedAfterConflict } from './conflicts.ts';

export const confirmAfterConflict = projectCommand({
  name: 'confirm-after-conflict',
  says: { en: 'Confirm after a conflict of interest', fr: 'Confirmer après un conflit d’intérêts' },
  about:
    'Says, with reasons, that what somebody in conflict of interest had taken part in stands all the same. It is for a person who is in no conflict and took none of those decisions. Where it does not stand, it is corrected instead.',
  data: z.strictObject({ person: PersonId, reasons: Prose }),
  example: { person: 'reviewer-1', reasons: 'Without this review the application keeps its place: the two others put it above the thresholds.' },
  refuses: ['nothing-to-reassess', 'not-by-the-holder', 'conflict-of-interest', 'decided-by-the-same-person'],

  decide(state, { data: { person, reasons }, by }) {
    const conflict = state.conflicts[person];
    const own = state.conflicts[by.id];
    if (!conflict?.reopens || state.stage === 'ended') return refuse('nothing-to-reassess', { person });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (own) return refuse('conflict-of-interest', { nature: own.nature });
    const confirmed = conflict.touches.map(({ decision }) => decision);
    if (state.partakings[by.id]?.some(({ decision }) => confirmed.includes(decision))) return refuse('decided-by-the-same-person');
    return ConfirmedAfterConflict({ person, confirmed, reasons });
  },
});
