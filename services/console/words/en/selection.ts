import type { selection as french } from '../fr/selection.ts';
import type { Same } from '../words.ts';

/** Concluding a selection. */
export const selection = {
  provisional: 'Provisional ranking: what the selection would be if it were concluded now. Nothing is decided.',
  waits: 'The selection cannot be concluded yet',
  unjudged: 'Reviews missing',
  needed: '{{count}} reviews are missing',
  needed_one: 'One review is missing',
  tie: {
    title: 'Applications that tie',
    text: 'The policy’s rules leave these applications equal, and the selection depends on their order. It is for you to put them in order, the best first.',
    forChair: 'The policy’s rules leave these applications equal; the chair of the committee puts them in order.',
    up: 'Move up: {{title}}',
    down: 'Move down: {{title}}',
    reasons: 'Your reasons',
    open: 'Settle the tie in this order',
    record: 'Settle the tie',
    done: 'The tie is settled.',
  },
  conclude: {
    title: 'Conclude the selection',
    would: '{{selected}} for {{amount}}, {{reserve}}, {{others}}.',
    open: 'See what will be decided',
    record: 'Conclude the selection',
    done: 'The selection is concluded.',
  },
  count: {
    selected: '{{count}} selected',
    selected_one: '{{count}} selected',
    reserve: '{{count}} on the reserve list',
    'not-selected': '{{count}} not selected',
    'not-selected_one': '{{count}} not selected',
  },
  what: {
    applications: 'What will be decided for each application',
    application: 'Application',
    outcome: 'Will be',
    total: 'Total',
    amount: 'Grant',
    reserved: 'with the committee’s reservations',
  },
  becomes: { selected: 'Selected', reserve: 'Reserve list', 'not-selected': 'Not selected' },
} as const satisfies Same<typeof french>;
