import { z } from 'zod';
import { CommitteeCalledOff } from '../call/committee.ts';
import { on } from '../kernel/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { streamOf } from '../kernel/stream-kind.ts';
import { Prose } from '../kernel/words.ts';
import { SittingCancelled } from './convocation.ts';
import { sittingCommand } from './sitting.ts';

export const cancelSitting = sittingCommand({
  name: 'cancel-sitting',
  says: { en: 'Cancel the sitting', fr: 'Annuler la séance' },
  about: 'Gives a sitting up that is not open, as long as it has concluded nothing: with its call, or to convene another agenda.',
  data: z.strictObject({ reasons: Prose }),
  example: { reasons: 'The call was cancelled.' },
  refuses: ['sitting-not-convened', 'sitting-concluded-something'],

  decide({ stage, convocation: { call }, deliberation }, { id, data }) {
    if (stage !== 'convened') return refuse('sitting-not-convened', { stage });
    const concluded = Object.values(deliberation).some((one) => one.concluded);
    if (concluded) return refuse('sitting-concluded-something');
    return [SittingCancelled(data), ...(call === undefined ? [] : [on(streamOf('call', call), CommitteeCalledOff({ sitting: id }))])];
  },
});
