import type { AnyCommand } from '../../kernel/command.ts';
import { closeAppealWindow } from './close-appeal-window.ts';
import { correctOutcome } from './correct-outcome.ts';
import { decideAppeal } from './decide-appeal.ts';
import { lodgeAppeal } from './lodge-appeal.ts';
import { placeApplication } from './place-application.ts';
import { recordAppealSilence } from './record-appeal-silence.ts';

export const appealCommands: readonly AnyCommand[] = [
  lodgeAppeal,
  decideAppeal,
  recordAppealSilence,
  correctOutcome,
  placeApplication,
  closeAppealWindow,
];
