import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { totalOf } from '../../programme/shares.ts';
import { projectCommand } from '../project.ts';
import { Budget, sumOf } from './financing.ts';
import { ReducedAwardAccepted } from './funding.ts';

export const acceptReducedAward = projectCommand({
  name: 'accept-reduced-award',
  says: { en: 'Accept the reduced award', fr: 'Accepter l’aide réduite' },
  about:
    'The holder goes on although a funder granted less than it was asked for, with a financing plan that is balanced with what was granted. The agreement is signed only then.',
  data: z.strictObject({ budget: Budget }),
  example: {
    budget: { needs: [{ label: 'Staff', amount: 9_000_000 }], resources: [{ label: 'Own funds', amount: 1_000_000 }] },
  },
  refuses: ['no-reduction-to-accept', 'financing-not-balanced'],

  decide({ stage, agreement, funding: { awarded, reductionAccepted } }, { data: { budget } }) {
    if (stage !== 'agreement' || agreement || !awarded?.reduced || reductionAccepted) return refuse('no-reduction-to-accept', { stage });
    const needs = sumOf(budget.needs);
    const resources = sumOf(budget.resources) + totalOf(awarded.shares);
    return needs === resources ? ReducedAwardAccepted({ budget }) : refuse('financing-not-balanced', { needs, resources });
  },
});
