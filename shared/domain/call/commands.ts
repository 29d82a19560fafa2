import type { AnyCommand } from '../kernel/command.ts';
import { closeCall } from './close-call.ts';
import { concludeSelection } from './conclude-selection.ts';
import { draftCall } from './draft-call.ts';
import { escalateOnCall } from './escalate.ts';
import { openCall } from './open-call.ts';
import { publishCall } from './publish-call.ts';
import { remindOnCall } from './remind.ts';

export const callCommands: readonly AnyCommand[] = [draftCall, publishCall, openCall, closeCall, concludeSelection, remindOnCall, escalateOnCall];
