import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { openingAt } from './opening.ts';
import { SrlRequestDeclined } from './srl.ts';

export const answerSrlRequest = projectCommand({
  name: 'answer-srl-request',
  says: { en: 'Answer a request for an SRL review', fr: 'Répondre à une demande de revue SRL' },
  about: 'Accepts a request for an SRL review, which opens it at once, or declines it with reasons. Never by the holder.',
  data: z.strictObject({ outcome: z.enum(['accepted', 'declined']), reasons: Prose.optional() }),
  example: { outcome: 'accepted' },
  refuses: ['srl-not-requested', 'not-in-a-phase', 'not-by-the-holder', 'reasons-missing', 'srl-review-open'],

  decide(state, { data: { outcome, reasons }, by, at }, known) {
    if (!state.srl.requested) return refuse('srl-not-requested');
    if (!isPhase(state.stage)) return refuse('not-in-a-phase', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (outcome === 'accepted') return openingAt(state, at, known, { requested: true });
    return reasons === undefined ? refuse('reasons-missing') : SrlRequestDeclined({ reasons });
  },
});
