import { z } from 'zod';
import { refuse } from '../../../kernel/refusal.ts';
import { Title } from '../../../kernel/words.ts';
import { totalOf } from '../../../programme/shares.ts';
import { isOnFile } from '../../checks/control-period.ts';
import { isHolder, projectCommand } from '../../project.ts';
import { owedOn, RecoveryNumber, RecoveryOrdered } from './recovery.ts';

export const orderRecovery = projectCommand({
  name: 'order-recovery',
  says: { en: 'Order a recovery', fr: 'Émettre un titre de reversement' },
  about: 'The authorising officer issues the claim (titre de recette) for what has to come back, under its reference.',
  data: z.strictObject({ recovery: RecoveryNumber, reference: Title }),
  example: { recovery: 1, reference: 'Titre 2029-00031' },
  refuses: ['project-not-running', 'not-by-the-holder', 'recovery-closed', 'recovery-already-ordered'],

  decide(state, { data: { recovery, reference }, by }) {
    const known = state.recoveries[recovery];
    if (!isOnFile(state)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (!known || known.waived) return refuse('recovery-closed', { recovery });
    if (known.ordered) return refuse('recovery-already-ordered', { recovery });
    const shares = owedOn(known);
    return RecoveryOrdered({ recovery, amount: totalOf(shares), shares, reference });
  },
});
