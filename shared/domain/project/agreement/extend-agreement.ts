import { z } from 'zod';
import { today } from '../../call/call.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { AgreementExtended } from './agreement.ts';
import { fundersEndingBefore } from './funder-end.ts';
import { inForce } from './in-force.ts';

export const extendAgreement = projectCommand({
  name: 'extend-agreement',
  says: { en: 'Extend the agreement', fr: 'Prolonger la convention' },
  about: 'Gives the agreement a later last day (prolongation), no later than the money of each funder can be spent.',
  data: z.strictObject({ endsOn: Day, reasons: Prose }),
  example: { endsOn: '2034-06-30', reasons: 'The trials start a year late: the premises were not ready.' },
  refuses: ['agreement-not-in-force', 'end-not-later', 'end-already-past', 'beyond-funder-end', 'not-by-the-holder'],

  decide(state, { data, by, at }, known) {
    const agreement = inForce(state);
    if (!agreement) return refuse('agreement-not-in-force', { stage: state.stage });
    if (state.application.holder === by.id) return refuse('not-by-the-holder');
    const { endsOn } = data;
    if (agreement.endsOn && endsOn <= agreement.endsOn) return refuse('end-not-later', { endsOn: agreement.endsOn });
    if (endsOn <= today(known, at)) return refuse('end-already-past', { endsOn });
    const funders = fundersEndingBefore(endsOn, agreement.plan, known.programme);
    return funders.length > 0 ? refuse('beyond-funder-end', { endsOn, funders }) : AgreementExtended(data);
  },
});
