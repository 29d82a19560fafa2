import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { AgreementConditionMet } from './agreement.ts';
import { inForce } from './in-force.ts';

export const meetAgreementCondition = projectCommand({
  name: 'meet-agreement-condition',
  says: { en: 'Record that a condition of the agreement is met', fr: 'Constater qu’une condition de la convention est remplie' },
  about: 'Records that the holder has done what a condition of the agreement asks for, and by what that is seen.',
  data: z.strictObject({ condition: ThingId, evidence: Prose }),
  example: { condition: 'condition-1', evidence: 'The observations of the first trial are published.' },
  refuses: ['agreement-not-in-force', 'condition-unknown', 'condition-already-met'],

  decide(state, { data }) {
    const agreement = inForce(state);
    if (!agreement) return refuse('agreement-not-in-force', { stage: state.stage });
    const { condition } = data;
    const found = agreement.conditions.find((one) => one.condition === condition);
    if (!found) return refuse('condition-unknown', { condition });
    return found.met ? refuse('condition-already-met', { condition }) : AgreementConditionMet(data);
  },
});
