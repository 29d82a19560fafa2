import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { backToEnvelope } from '../agreement/termination.ts';
import { projectCommand } from '../project.ts';
import { aidGone } from './aid-of-award.ts';
import { AwardRenounced } from './funding.ts';

export const renounceAward = projectCommand({
  name: 'renounce-award',
  says: { en: 'Give up the award', fr: 'Renoncer à l’aide avant signature' },
  about: 'The holder gives up the award before the agreement is signed (désistement): the project ends and the money returns to the envelope.',
  data: z.strictObject({ reasons: Prose }),
  example: { reasons: 'The reduced award does not cover the trial workshops.' },
  refuses: ['no-agreement-awaited'],

  decide(state, { id, data }) {
    const { stage, agreement } = state;
    const { awarded } = state.funding;
    if (stage !== 'agreement' || agreement || !awarded) return refuse('no-agreement-awaited', { stage });
    return [AwardRenounced(data), ...backToEnvelope(state, id, awarded.shares, 'withdrawn'), ...aidGone(state, id, data.reasons)];
  },
});
