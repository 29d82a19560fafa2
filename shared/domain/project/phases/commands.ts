import type { AnyCommand } from '../../kernel/command.ts';
import { completeProject } from './complete-project.ts';
import { decideGate } from './decide-gate.ts';
import { enterPhase } from './enter-phase.ts';

export const phasesCommands: readonly AnyCommand[] = [enterPhase, decideGate, completeProject];
