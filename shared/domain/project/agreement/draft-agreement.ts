import { z } from 'zod';
import { today } from '../../call/call.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { AgreementDrafted } from './drafting.ts';
import { fundersEndingBefore } from './funder-end.ts';
import { listedTwice, missingRoles, Parties } from './parties.ts';
import { paymentPlan } from './payment-plan.ts';

export const draftAgreement = projectCommand({
  name: 'draft-agreement',
  says: { en: 'Draft the agreement', fr: 'Rédiger la convention' },
  about:
    'Writes what the parties are to sign: who they are and who signs for each, the last day, the days for reporting, the conditions, and the payments by phase and funder, which follow from the award and the policy in force. A new draft takes the place of the one before, and is signed anew by all.',
  data: z.strictObject({
    parties: Parties,
    endsOn: Day,
    reportingOn: z.array(Day).max(60).default([]),
    conditions: z.array(Prose).max(20).default([]),
  }),
  example: {
    parties: [
      { party: 'region', name: 'Région de démonstration', role: 'authority', signatory: 'administrator' },
      { party: 'workshops', name: 'Les Ateliers de Nulle-Part', role: 'beneficiary', signatory: 'holder-1' },
    ],
    endsOn: '2033-06-30',
    reportingOn: ['2028-06-30'],
    conditions: ['Publish the observations of every trial.'],
  },
  refuses: ['no-agreement-awaited', 'party-listed-twice', 'party-roles-missing', 'end-already-past', 'beyond-funder-end'],

  decide({ stage, funding, agreement }, { data, at }, known) {
    const { awarded } = funding;
    if (stage !== 'agreement' || agreement || !awarded) return refuse('no-agreement-awaited', { stage });
    const twice = listedTwice(data.parties);
    if (twice.length > 0) return refuse('party-listed-twice', { parties: twice });
    const missing = missingRoles(data.parties);
    if (missing.length > 0) return refuse('party-roles-missing', { roles: missing });
    if (data.endsOn <= today(known, at)) return refuse('end-already-past', { endsOn: data.endsOn });
    const plan = paymentPlan(awarded.shares, known.policy);
    const funders = fundersEndingBefore(data.endsOn, plan, known.programme);
    return funders.length > 0 ? refuse('beyond-funder-end', { endsOn: data.endsOn, funders }) : AgreementDrafted({ ...data, plan });
  },
});
