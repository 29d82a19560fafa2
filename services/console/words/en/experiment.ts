import type { experiment as french } from '../fr/experiment.ts';
import type { Same } from '../words.ts';

/** Experimentation protocols. */
export const experiment = {
  keyFunctions: 'Key functions',
  keyFunctionsAbout: 'What the innovation has to do to be itself, the one to test first at the head.',
  nameKeyFunctions: 'Name the key functions',
  changeKeyFunctions: 'Change',
  none: 'No protocol',
  noneText: 'A protocol tests key functions, cycle by cycle, by criteria that are said beforehand.',
  noneFirst: 'Begin by naming the key functions: they are what a protocol tests.',
  open: 'Open a protocol',
  revise: 'Change the frame',
  steps: 'The six steps',
  step: { formulate: 'Formulate', plan: 'Plan', 'build-tools': 'Build the tools', run: 'Run the tests', report: 'Report', share: 'Share' },
  hypotheses: 'Hypotheses',
  formulate: 'Formulate a hypothesis',
  underTest: 'Under test',
  toTest: 'To test',
  seen: 'Cycle {{cycle}}, observed on {{day}}',
  concluded: 'Cycle {{cycle}}, concluded on {{day}}',
  observe: 'Record an observation',
  conclude: 'Conclude',
  cycles: 'Cycles',
  noCycles: 'No cycle yet.',
  plan: 'Plan a cycle',
  share: 'Talk over the results',
  cycle: 'Cycle {{cycle}}',
  cycleShared: 'Results shared',
  cycleUnderWay: 'Under way',
  from: 'from {{from}} to {{to}}',
  sharedWith: 'Talked over with {{with}} on {{day}}',
} as const satisfies Same<typeof french>;
