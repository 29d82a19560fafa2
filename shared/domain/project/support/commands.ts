import type { AnyCommand } from '../../kernel/command.ts';
import { meetNeed } from './meet-need.ts';
import { nameAccompanier } from './name-accompanier.ts';
import { offerSupport } from './offer-support.ts';
import { recordSupport } from './record-support.ts';
import { releaseAccompanier } from './release-accompanier.ts';
import { stateNeed } from './state-need.ts';
import { withdrawNeed } from './withdraw-need.ts';

export const supportCommands: readonly AnyCommand[] = [
  nameAccompanier,
  releaseAccompanier,
  stateNeed,
  withdrawNeed,
  meetNeed,
  offerSupport,
  recordSupport,
];
