import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { awaitedSupplement } from './answer.ts';
import { SupplementClosed } from './intake.ts';

export const closeSupplement = projectCommand({
  name: 'close-supplement',
  says: { en: 'End the request for pieces', fr: 'Mettre fin à la demande de pièces' },
  about:
    'Ends a request for missing pieces before it is answered, with the reasons: they are no longer needed, or came another way. The time to answer runs on from then.',
  data: z.strictObject({ reasons: Prose }),
  example: { reasons: 'The accounts are public: they were found there.' },
  refuses: ['no-supplement-awaited', 'not-by-the-holder'],

  decide(state, { data, by }) {
    const awaited = awaitedSupplement(state);
    if (!awaited) return refuse('no-supplement-awaited');
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    return SupplementClosed({ supplement: awaited.supplement, ...data });
  },
});
