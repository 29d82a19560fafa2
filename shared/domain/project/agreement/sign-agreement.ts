import { z } from 'zod';
import { today } from '../../call/call.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Day, dayOf } from '../../kernel/time.ts';
import { Title } from '../../kernel/words.ts';
import { totalOf } from '../../programme/shares.ts';
import { projectCommand } from '../project.ts';
import { AgreementSigned } from './agreement.ts';
import { paymentPlan } from './payment-plan.ts';
import { readinessRefusals, unreadiness } from './readiness.ts';

export const signAgreement = projectCommand({
  name: 'sign-agreement',
  says: { en: 'Sign the agreement', fr: 'Signer la convention' },
  about:
    'Records that the agreement was signed on paper: its day and its parties, which are organisations. What was drafted holds, if anything was; without a draft the payments by phase and funder are fixed here, by the policy in force.',
  data: z.strictObject({ signedOn: Day, parties: z.array(Title).min(2).max(20) }),
  example: { signedOn: '2027-07-01', parties: ['Région de démonstration', 'Les Ateliers de Nulle-Part'] },
  refuses: ['no-agreement-awaited', 'signed-out-of-time', ...readinessRefusals],
  ruleVersion: 2,

  decide(state, { data, at }, known) {
    const { stage, funding, agreement, drafting } = state;
    const { awarded } = funding;
    if (stage !== 'agreement' || agreement || !awarded) return refuse('no-agreement-awaited', { stage });
    const awardedOn = dayOf(awarded.at, known.programme.identity.timeZone);
    if (data.signedOn < awardedOn || data.signedOn > today(known, at)) return refuse('signed-out-of-time', { signedOn: data.signedOn, awardedOn });
    const unready = unreadiness(state, known);
    if (unready) return unready;
    const amount = totalOf(awarded.shares);
    if (!drafting.text) return AgreementSigned({ ...data, amount, plan: paymentPlan(awarded.shares, known.policy) });
    const { parties, plan, endsOn, reportingOn, conditions } = drafting.text;
    const drafted = { plan: [...plan], organisations: [...parties], endsOn, reportingOn: [...reportingOn], conditions: [...conditions] };
    return AgreementSigned({ ...data, amount, ...drafted });
  },
});
