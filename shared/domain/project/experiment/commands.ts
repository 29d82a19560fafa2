import type { AnyCommand } from '../../kernel/command.ts';
import { concludeHypothesis } from './conclude-hypothesis.ts';
import { formulateHypothesis } from './formulate-hypothesis.ts';
import { nameKeyFunctions } from './name-key-functions.ts';
import { openProtocol } from './open-protocol.ts';
import { planCycle } from './plan-cycle.ts';
import { recordObservation } from './record-observation.ts';
import { reviseProtocol } from './revise-protocol.ts';
import { shareCycleResults } from './share-cycle-results.ts';

export const experimentCommands: readonly AnyCommand[] = [
  nameKeyFunctions,
  openProtocol,
  reviseProtocol,
  formulateHypothesis,
  planCycle,
  recordObservation,
  concludeHypothesis,
  shareCycleResults,
];
