import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { CheckClosed } from './checks.ts';
import { isOnFile } from './control-period.ts';

export const closeCheck = projectCommand({
  name: 'close-check',
  says: { en: 'Close a check', fr: 'Clore un contrôle d’opération' },
  about: 'Closes a check with its conclusion, once each of its findings was decided on.',
  data: z.strictObject({ check: ThingId, conclusion: Prose }),
  example: { check: 'check-2028', conclusion: 'Two time sheets corrected; nothing else to report.' },
  refuses: ['project-not-running', 'not-by-the-holder', 'check-not-open', 'findings-undecided'],

  decide(state, { data, by }) {
    const { open, findings } = state.checks;
    if (!isOnFile(state)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (open[data.check] !== 'open') return refuse('check-not-open', { check: data.check });
    const undecided = Object.entries(findings).filter(([, { check, corrected }]) => check === data.check && !corrected);
    return undecided.length > 0 ? refuse('findings-undecided', { findings: undecided.map(([finding]) => finding) }) : CheckClosed(data);
  },
});
