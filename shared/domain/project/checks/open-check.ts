import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { CheckKind, CheckOpened } from './checks.ts';
import { checkableRefusals, notCheckable } from './control-period.ts';

export const openCheck = projectCommand({
  name: 'open-check',
  says: { en: 'Open a check', fr: 'Ouvrir un contrôle d’opération' },
  about: 'Opens a check of the project: at the desk, on site or by sample, and says what it looks at.',
  data: z.strictObject({ check: ThingId, kind: CheckKind, scope: Prose }),
  example: { check: 'check-2028', kind: 'sample', scope: 'Staff costs of the pilot, one time sheet in five.' },
  refuses: [...checkableRefusals, 'not-by-the-holder', 'check-already-opened'],

  decide(state, { data, by, at }, { programme }) {
    const barred = notCheckable(state, at, programme);
    if (barred) return barred;
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    return state.checks.open[data.check] ? refuse('check-already-opened', { check: data.check }) : CheckOpened(data);
  },
});
