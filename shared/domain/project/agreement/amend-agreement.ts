import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { totalOf } from '../../programme/shares.ts';
import { aidLowered } from '../funding/aid-of-award.ts';
import { projectCommand } from '../project.ts';
import { AgreementAmended } from './agreement.ts';
import { inForce } from './in-force.ts';
import { amountsOf } from './payment-plan.ts';
import { freed, settledIn } from './plan-changes.ts';
import { amendmentRefusals, planFlaw } from './plan-flaw.ts';
import { backToEnvelope } from './termination.ts';

export const amendAgreement = projectCommand({
  name: 'amend-agreement',
  says: { en: 'Put the amendment into force', fr: 'Conclure l’avenant' },
  about:
    'Puts the amendment that was drafted into force; another person than the one who drafted it has to. What funders are no longer held to returns to the envelope, and no longer counts as de minimis aid.',
  data: z.strictObject({}),
  example: {},
  refuses: ['agreement-not-in-force', 'no-amendment-drafted', 'second-person-needed', ...amendmentRefusals],

  decide(state, { id, by }) {
    const agreement = inForce(state);
    if (!agreement) return refuse('agreement-not-in-force', { stage: state.stage });
    if (!agreement.drafted) return refuse('no-amendment-drafted');
    const { at: _, by: draftedBy, ...amendment } = agreement.drafted;
    if (draftedBy === by.id) return refuse('second-person-needed');
    const flaw = planFlaw(agreement, amendment.plan, settledIn(state));
    if (flaw) return flaw;
    const returned = freed(agreement.shares, amendment.plan);
    const amount = totalOf(amountsOf(amendment.plan));
    const lowered = aidLowered(state, id, returned, amendment.reasons);
    const number = agreement.amendments.length + 1;
    return [AgreementAmended({ ...amendment, number, amount, returned }), ...backToEnvelope(state, id, returned, 'reduced'), ...lowered];
  },
});
