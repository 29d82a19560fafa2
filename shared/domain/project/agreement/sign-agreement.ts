import { z } from 'zod';
import { today } from '../../call/call.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Day, dayOf } from '../../kernel/time.ts';
import { Title } from '../../kernel/words.ts';
import { totalOf } from '../../programme/shares.ts';
import { projectCommand } from '../project.ts';
import { AgreementSigned } from './agreement.ts';
import { paymentPlan } from './payment-plan.ts';

export const signAgreement = projectCommand({
  name: 'sign-agreement',
  says: { en: 'Sign the agreement', fr: 'Signer la convention' },
  about:
    'Records that the agreement was signed: its day and its parties, which are organisations. The payments by phase and funder are fixed here, by the policy in force.',
  data: z.strictObject({ signedOn: Day, parties: z.array(Title).min(2).max(20) }),
  example: { signedOn: '2027-07-01', parties: ['Région de démonstration', 'Les Ateliers de Nulle-Part'] },
  refuses: ['no-agreement-awaited', 'signed-out-of-time'],

  decide({ stage, funding, agreement }, { data, at }, known) {
    const { awarded } = funding;
    if (stage !== 'agreement' || agreement || !awarded) return refuse('no-agreement-awaited', { stage });
    const awardedOn = dayOf(awarded.at, known.programme.identity.timeZone);
    if (data.signedOn < awardedOn || data.signedOn > today(known, at)) return refuse('signed-out-of-time', { signedOn: data.signedOn, awardedOn });
    return AgreementSigned({ ...data, amount: totalOf(awarded.shares), plan: paymentPlan(awarded.shares, known.policy) });
  },
});
