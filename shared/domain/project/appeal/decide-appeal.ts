import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { AppealDecided } from './appeal.ts';
import { contestable, pendingAppeal } from './standing.ts';

export const decideAppeal = projectCommand({
  name: 'decide-appeal',
  says: { en: 'Decide an appeal', fr: 'Statuer sur le recours gracieux' },
  about:
    'Upholds or rejects an appeal, with reasons: another person than the one who took the decision appealed against. Where it is upheld the outcome is corrected next; where it was against a silence, the examination goes on and its time begins anew.',
  data: z.strictObject({ outcome: z.enum(['upheld', 'rejected']), reasons: Prose }),
  example: { outcome: 'upheld', reasons: 'The agreement was in the file: the ground on which the application was found not eligible does not hold.' },
  refuses: ['no-appeal-pending', 'not-by-the-holder', 'decided-by-the-same-person'],

  decide(state, { data, by }, { programme }) {
    const pending = pendingAppeal(state, programme);
    if (!pending) return refuse('no-appeal-pending', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (contestable(state, programme)?.by === by.id) return refuse('decided-by-the-same-person');
    return AppealDecided({ against: pending.against, decision: pending.decision, ...data });
  },
});
