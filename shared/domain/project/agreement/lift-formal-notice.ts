import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { FormalNoticeLifted } from './agreement.ts';
import { inForce } from './in-force.ts';

export const liftFormalNotice = projectCommand({
  name: 'lift-formal-notice',
  says: { en: 'Lift a formal notice', fr: 'Lever la mise en demeure' },
  about: 'The breach is mended, or there was none: the agreement goes on.',
  data: z.strictObject({ reasons: Prose }),
  example: { reasons: 'The report was handed in and read.' },
  refuses: ['no-formal-notice'],

  decide: (state, { data }) => (inForce(state)?.notice ? FormalNoticeLifted(data) : refuse('no-formal-notice')),
});
