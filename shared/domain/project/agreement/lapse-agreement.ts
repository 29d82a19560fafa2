import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { endOfDay, isBefore } from '../../kernel/time.ts';
import { aidGone } from '../funding/aid-of-award.ts';
import { projectCommand } from '../project.ts';
import { AgreementLapsed } from './agreement.ts';
import { signatureDay } from './signature-day.ts';
import { backToEnvelope } from './termination.ts';

export const lapseAgreement = projectCommand({
  name: 'lapse-agreement',
  says: { en: 'Record that the award lapsed', fr: 'Constater la caducité' },
  about:
    'Records that the agreement was not signed in time: the award is void, the project ends and the money returns to the envelope. The process does it.',
  data: z.strictObject({}),
  example: {},
  refuses: ['no-agreement-awaited', 'time-to-sign-not-over'],
  ruleVersion: 2,

  decide(state, { id, at }, { programme }) {
    const { stage, agreement } = state;
    const { awarded } = state.funding;
    if (stage !== 'agreement' || agreement || !awarded) return refuse('no-agreement-awaited', { stage });
    const lastDay = signatureDay(awarded.at, programme);
    if (isBefore(at, endOfDay(lastDay, programme.identity.timeZone))) return refuse('time-to-sign-not-over', { lastDay });
    return [
      AgreementLapsed({}),
      ...backToEnvelope(state, id, awarded.shares, 'agreement-lapsed'),
      ...aidGone(state, id, 'The agreement was not signed in time.'),
    ];
  },
});
