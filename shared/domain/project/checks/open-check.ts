import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isBound } from '../payments/standing.ts';
import { isHolder, projectCommand } from '../project.ts';
import { CheckKind, CheckOpened } from './checks.ts';

export const openCheck = projectCommand({
  name: 'open-check',
  says: { en: 'Open a check', fr: 'Ouvrir un contrôle d’opération' },
  about: 'Opens a check of the project: at the desk, on site or by sample, and says what it looks at.',
  data: z.strictObject({ check: ThingId, kind: CheckKind, scope: Prose }),
  example: { check: 'check-2028', kind: 'sample', scope: 'Staff costs of the pilot, one time sheet in five.' },
  refuses: ['project-not-running', 'not-by-the-holder', 'check-already-opened'],

  decide(state, { data, by }) {
    if (!isBound(state)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    return state.checks.open[data.check] ? refuse('check-already-opened', { check: data.check }) : CheckOpened(data);
  },
});
