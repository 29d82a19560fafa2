import type { criteria as french } from '../fr/criteria.ts';
import type { Same } from '../words.ts';

/** The criteria and blocks of the default rubric. */
export const criteria = {
  combination: 'Combination of innovations of different natures',
  cooperation: 'Cooperation of heterogeneous actors',
  scales: 'Deployment at several scales',
  transformation: 'Aim of transformation',
  novelty: 'Novelty',
  creativity: 'Creativity',
  uncertainty: 'Uncertainty',
  systematic: 'Systematic conduct',
  transferability: 'Transferability',
  balance: 'Balance of values and openness',
  capture: 'Capture of value and points of attention',
  team: 'Team',
  budget: 'Budget',
  'cooperation-time': 'Time for cooperation',
  'block-breakthrough': 'Breakthrough innovation',
  'block-research': 'Research and development',
  'block-value': 'Value',
  'block-capacity': 'Capacity',
} as const satisfies Same<typeof french>;
