import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { countingFrom } from '../../process/counting.ts';
import { PieceKind } from '../../programme/policy/application.ts';
import { isHolder, projectCommand } from '../project.ts';
import { awaitedSupplement, isBeforeTheAuthority } from './answer.ts';
import { SupplementRequested } from './intake.ts';

export const requestSupplement = projectCommand({
  name: 'request-supplement',
  says: { en: 'Ask for missing pieces', fr: 'Demander les pièces manquantes' },
  about:
    'Lists the pieces and the information that an application lacks, to be given by the day that the policy sets. The time to answer the application is suspended until they come, no longer than the time given (CRPA L114-5).',
  data: z
    .strictObject({ pieces: z.array(PieceKind).max(PieceKind.options.length), information: z.array(Prose).max(20) })
    .refine(({ pieces, information }) => pieces.length + information.length > 0, 'name at least one piece or one information'),
  example: { pieces: ['accounts'], information: ['How the municipalities share the premises.'] },
  refuses: ['application-not-before-the-authority', 'not-by-the-holder', 'supplement-awaited'],

  decide(state, { data, by, at }, { programme, policy }) {
    if (!isBeforeTheAuthority(state)) return refuse('application-not-before-the-authority', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    const awaited = awaitedSupplement(state);
    if (awaited) return refuse('supplement-awaited', { dueOn: awaited.dueOn });
    const supplement = (state.intake.supplements.at(-1)?.supplement ?? 0) + 1;
    const dueOn = countingFrom({ at, id: '' }, programme).after(policy.days.missingPieces);
    return SupplementRequested({ supplement, pieces: [...new Set(data.pieces)], information: data.information, dueOn });
  },
});
