import type { funder as french } from '../fr/funder.ts';
import type { Same } from '../words.ts';

/** What a funder co-funds. */
export const funder = {
  lead: '{{count}} projects',
  lead_zero: 'No project',
  lead_one: 'One project',
  none: 'No project co-funded',
  noneText: 'Selected projects that your institution contributes to will appear here, with your share.',
  inAll: 'Your share in all',
  figure: { granted: 'Granted', paid: 'Paid', left: 'Left to pay', awaiting: 'To decide' },
  awaiting: '{{count}} projects wait for your decision',
  awaiting_one: 'One project waits for your decision',
  grant: 'Grant',
  decline: 'Decline',
  shares: 'Your share, project by project',
  column: { project: 'Project', stage: 'Stage', path: 'SRL trajectory', asked: 'Share asked for', granted: 'Granted', paid: 'Paid' },
  decided: { granted: 'Granted', declined: 'Declined', not: 'To decide' },
  noReview: 'No review yet',
  decisions: {
    open: 'Decisions since a day',
    title: 'Decisions',
    lead: 'Since {{day}}, on what you may see',
    since: 'Since',
    none: 'No decision',
    noneText: 'Nothing was decided since that day. Choose an earlier one.',
  },
} as const satisfies Same<typeof french>;
