import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import { isHolder, projectCommand } from '../project.ts';
import { answerDay, awaitsAnswer } from './answer.ts';
import { ReceiptAcknowledged } from './intake.ts';

export const acknowledgeReceipt = projectCommand({
  name: 'acknowledge-receipt',
  says: { en: 'Acknowledge receipt', fr: 'Accuser réception de la candidature' },
  about:
    'Tells the applicant the day on which the application came, the day after which silence is a refusal, and the remedies against it (CRPA L112-3, R112-5). The administrator does it, or the process once the policy’s days are over.',
  data: z.strictObject({}),
  example: {},
  refuses: ['no-receipt-to-acknowledge', 'not-by-the-holder'],

  decide(state, { by }, { programme, policy }) {
    const { submitted } = state.application;
    const impliedRefusalAfter = answerDay(state, programme);
    if (!submitted || impliedRefusalAfter === undefined || state.intake.acknowledged || !awaitsAnswer(state)) {
      return refuse('no-receipt-to-acknowledge', { stage: state.stage });
    }
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    const receivedOn = dayOf(submitted.at, programme.identity.timeZone);
    return ReceiptAcknowledged({ receivedOn, impliedRefusalAfter, remedies: policy.application.remedies });
  },
});
