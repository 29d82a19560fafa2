import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { DoubleFundingChecked } from './checks.ts';
import { checkableRefusals, notCheckable } from './control-period.ts';

export const recordDoubleFundingCheck = projectCommand({
  name: 'record-double-funding-check',
  says: { en: 'Record a check on double funding', fr: 'Vérifier l’absence de double financement' },
  about:
    'Says whether other public money pays the same costs, and where that was looked for. While an overlap stands no payment is approved; a later check lifts it.',
  data: z.strictObject({ outcome: z.enum(['clear', 'overlap']), sources: z.array(Prose).min(1).max(20), reasons: Prose }),
  example: {
    outcome: 'clear',
    sources: ['Accounts of the last two years', 'Register of the département'],
    reasons: 'No other grant on these costs.',
  },
  refuses: [...checkableRefusals, 'not-by-the-holder'],

  decide(state, { data, by, at }, { programme }) {
    const barred = notCheckable(state, at, programme);
    if (barred) return barred;
    return isHolder(state, by) ? refuse('not-by-the-holder') : DoubleFundingChecked(data);
  },
});
