import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { isHolder, projectCommand } from '../project.ts';
import { awaitedSupplement } from './answer.ts';
import { CompletenessConfirmed } from './intake.ts';
import { kindsMissing } from './pieces.ts';

export const confirmCompleteness = projectCommand({
  name: 'confirm-completeness',
  says: { en: 'Confirm completeness', fr: 'Constater la complétude du dossier' },
  about:
    'Records that a submitted file holds what it has to hold, before its eligibility is assessed. A file that lacks something is asked for a supplement instead.',
  data: z.strictObject({}),
  example: {},
  refuses: ['application-not-submitted', 'not-by-the-holder', 'supplement-awaited', 'completeness-already-confirmed', 'pieces-missing'],

  decide(state, { by }, { policy }) {
    if (state.stage !== 'submitted') return refuse('application-not-submitted', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    const awaited = awaitedSupplement(state);
    if (awaited) return refuse('supplement-awaited', { dueOn: awaited.dueOn });
    if (state.intake.complete) return refuse('completeness-already-confirmed');
    const pieces = kindsMissing(policy.application.requiredPieces, state.pieces);
    return pieces.length > 0 ? refuse('pieces-missing', { pieces }) : CompletenessConfirmed({});
  },
});
