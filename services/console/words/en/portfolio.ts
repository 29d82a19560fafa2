import type { portfolio as french } from '../fr/portfolio.ts';
import type { Same } from '../words.ts';

/** The portfolio. */
export const portfolio = {
  title: 'Portfolio',
  lead: '{{count}} projects',
  lead_zero: 'No project',
  lead_one: 'One project',
  table: 'Table',
  map: 'Map',
  filter: 'Filter by title or organisation',
  stage: 'Stage',
  phase: 'Phase',
  programme: 'Programme',
  allStages: 'All stages',
  allPhases: 'All phases',
  column: { title: 'Project', stage: 'Stage', phase: 'Phase', srl: 'SRL', due: 'Due next', amount: 'Aid', last: 'Last decision' },
  sort: 'Sort by {{column}}',
  past: 'In the past',
  export: 'Export (CSV)',
  none: { title: 'No project', text: 'The projects that you may see appear here. Publish a call to receive applications.' },
  noMatch: { title: 'No project matches', text: 'Take a filter away, or look for another word.', reset: 'Take the filters away' },
  views: 'Saved views',
  save: 'Save this view',
  viewName: 'Name of the view',
  removeView: 'Delete the view {{name}}',
  loading: '{{count}} projects loaded…',
  mapLabel: 'Projects by phase and SRL level',
  level: 'SRL {{level}}',
  noLevel: 'No SRL',
  noPhase: 'Not in a phase',
} as const satisfies Same<typeof french>;
