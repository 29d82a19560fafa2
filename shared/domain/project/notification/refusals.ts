import { explained } from '../../kernel/explained.ts';

/** Refusals on telling the holder. */
export const notificationRefusals = explained({
  'nothing-to-notify': {
    status: 409,
    en: 'There is no outcome that the holder was not told yet (stage: {stage}).',
    fr: 'Aucune décision ne reste à notifier au porteur (étape : {stage}).',
  },
  'outcome-not-current': {
    status: 409,
    en: 'What stands is {current}, not {outcome}: notify that.',
    fr: 'La décision en vigueur est {current}, non {outcome} : notifiez celle-là.',
  },
});
