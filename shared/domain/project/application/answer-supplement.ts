import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { awaitedSupplement } from './answer.ts';
import { SupplementAnswered } from './intake.ts';
import { kindsMissing } from './pieces.ts';

export const answerSupplement = projectCommand({
  name: 'answer-supplement',
  says: { en: 'Answer the request for pieces', fr: 'Répondre à la demande de pièces' },
  about:
    'The applicant hands in what was asked for, once every piece listed is attached. The time to answer the application runs on from then. An answer that comes late is taken until its absence was recorded.',
  data: z.strictObject({ note: Prose.optional() }),
  example: { note: 'The accounts of 2026 are attached; the summary says how premises are shared.' },
  refuses: ['no-supplement-awaited', 'pieces-missing'],

  decide(state, { data }) {
    const awaited = awaitedSupplement(state);
    if (!awaited) return refuse('no-supplement-awaited');
    const { supplement } = awaited;
    const pieces = kindsMissing(
      awaited.pieces,
      state.pieces.filter((piece) => piece.supplement === supplement),
    );
    return pieces.length > 0 ? refuse('pieces-missing', { pieces }) : SupplementAnswered({ supplement, ...data });
  },
});
