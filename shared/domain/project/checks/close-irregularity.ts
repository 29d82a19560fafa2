import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { IrregularityClosed, IrregularityOutcome } from './checks.ts';
import { isOnFile } from './control-period.ts';

export const closeIrregularity = projectCommand({
  name: 'close-irregularity',
  says: { en: 'Close an irregularity', fr: 'Clore une irrégularité' },
  about: 'Says how an irregularity ended: corrected, unfounded, or handed to the prosecutor (code de procédure pénale, article 40).',
  data: z.strictObject({ irregularity: ThingId, outcome: IrregularityOutcome, conclusion: Prose }),
  example: { irregularity: 'invoice-twice', outcome: 'corrected', conclusion: 'The amount came back to every funder.' },
  refuses: ['project-not-running', 'not-by-the-holder', 'irregularity-not-open'],

  decide(state, { data, by }) {
    if (!isOnFile(state)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (state.checks.irregularities[data.irregularity] !== 'open') return refuse('irregularity-not-open', { irregularity: data.irregularity });
    return IrregularityClosed(data);
  },
});
