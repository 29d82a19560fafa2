/** The parts of a project's page, in the order of their tabs: the last word of the address, and the key of its name. A new part is one line here and one in `routes.ts`. */
export const parts = [
  { to: '', label: 'overview' },
  { to: 'target-system', label: 'target-system' },
  { to: 'experiment', label: 'experiment' },
  { to: 'milestones', label: 'milestones' },
  { to: 'support', label: 'support' },
  { to: 'srl', label: 'srl' },
  { to: 'gate', label: 'gate' },
  { to: 'timeline', label: 'timeline' },
  { to: 'past', label: 'past' },
  { to: 'decide', label: 'decide' },
] as const;
