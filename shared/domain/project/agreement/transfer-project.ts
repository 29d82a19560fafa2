import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { accompaniersNow } from '../support/support.ts';
import { ProjectTransferred } from './agreement.ts';
import { isInForce } from './in-force.ts';

export const transferProject = projectCommand({
  name: 'transfer-project',
  says: { en: 'Transfer the project to another holder', fr: 'Transférer le projet à un autre porteur' },
  about:
    'Another person holds the project from now on: it owes what the holder owes, and judges it no more. Nobody who reviewed, assessed or accompanies the project can become its holder.',
  data: z.strictObject({ holder: PersonId, reasons: Prose }),
  example: { holder: 'holder-2', reasons: 'The association has a new director.' },
  refuses: ['agreement-not-in-force', 'already-the-holder', 'judge-cannot-hold', 'accompanier-is-holder', 'not-by-the-holder'],

  decide(state, { data, by }) {
    const { application, reviews, stage, support } = state;
    if (!isInForce(state) && stage !== 'closing') return refuse('agreement-not-in-force', { stage });
    if (data.holder === application.holder) return refuse('already-the-holder', { holder: data.holder });
    if (application.holder === by.id || data.holder === by.id) return refuse('not-by-the-holder');
    const judged = Object.hasOwn(reviews, data.holder) || support.assessors.includes(data.holder);
    if (judged) return refuse('judge-cannot-hold', { holder: data.holder });
    return accompaniersNow(support).includes(data.holder) ? refuse('accompanier-is-holder') : ProjectTransferred(data);
  },
});
