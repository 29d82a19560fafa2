import { z } from 'zod';
import { AwardReturned } from '../../call/selection.ts';
import { on } from '../../kernel/command.ts';
import { refuse } from '../../kernel/refusal.ts';
import { streamOf } from '../../kernel/stream-kind.ts';
import { endOfDay, isBefore } from '../../kernel/time.ts';
import { projectCommand } from '../project.ts';
import { AgreementLapsed } from './agreement.ts';
import { signatureDay } from './signature-day.ts';

export const lapseAgreement = projectCommand({
  name: 'lapse-agreement',
  says: { en: 'Record that the award lapsed', fr: 'Constater la caducité' },
  about:
    'Records that the agreement was not signed in time: the award is void, the project ends and the money returns to the envelope. The process does it.',
  data: z.strictObject({}),
  example: {},
  refuses: ['no-agreement-awaited', 'time-to-sign-not-over'],

  decide({ stage, application, funding, agreement }, { id, at }, { programme }) {
    const { awarded } = funding;
    if (stage !== 'agreement' || agreement || !awarded) return refuse('no-agreement-awaited', { stage });
    const lastDay = signatureDay(awarded.at, programme);
    if (isBefore(at, endOfDay(lastDay, programme.identity.timeZone))) return refuse('time-to-sign-not-over', { lastDay });
    const returned = AwardReturned({ application: id, shares: [...awarded.shares], because: 'agreement-lapsed' });
    return [AgreementLapsed({}), on(streamOf('call', application.call), returned)];
  },
});
