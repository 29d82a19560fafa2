import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { FormalNoticeGiven } from './agreement.ts';
import { inForce } from './in-force.ts';

export const giveFormalNotice = projectCommand({
  name: 'give-formal-notice',
  says: { en: 'Give formal notice', fr: 'Mettre en demeure' },
  about:
    'Tells the holder which breach of the agreement has to be mended, within the days that the policy gives. A termination by fault rests on it.',
  data: z.strictObject({ breach: Prose }),
  example: { breach: 'No report on the concept phase was handed in since June.' },
  refuses: ['agreement-not-in-force', 'formal-notice-open'],

  decide(state, { data }) {
    const agreement = inForce(state);
    if (!agreement) return refuse('agreement-not-in-force', { stage: state.stage });
    return agreement.notice ? refuse('formal-notice-open') : FormalNoticeGiven(data);
  },
});
