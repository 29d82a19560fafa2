import type { AnyCommand } from '../../kernel/command.ts';
import { beginOverlap } from './begin-overlap.ts';
import { completeProject } from './complete-project.ts';
import { confirmCondition } from './confirm-condition.ts';
import { decideGate } from './decide-gate.ts';
import { enterPhase } from './enter-phase.ts';
import { meetCondition } from './meet-condition.ts';
import { prepareGate } from './prepare-gate.ts';
import { shareResults } from './share-results.ts';

export const phasesCommands: readonly AnyCommand[] = [
  enterPhase,
  beginOverlap,
  prepareGate,
  decideGate,
  meetCondition,
  confirmCondition,
  shareResults,
  completeProject,
];
