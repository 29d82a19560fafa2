import type { home as french } from '../fr/home.ts';
import type { Same } from '../words.ts';

/** My work: what is to be done, and what has changed. */
export const home = {
  title: 'My work',
  greeting: '{{count}} tasks wait for you',
  greeting_one: 'One task waits for you',
  none: {
    title: 'Nothing waits for you',
    text: 'What you will have to do appears here, with its date. Meanwhile the portfolio shows where each project stands.',
    action: 'Open the portfolio',
  },
  committee: 'The committee waits for you',
  sitting: 'Sitting of {{at}}',
  toDeclare: 'Declare that you have no interest.',
  toVote: '{{count}} items wait for your vote.',
  toVote_one: 'One item waits for your vote.',
  late: 'Late',
  soon: 'Within 15 days',
  later: 'Later',
  group: '{{label}}: {{count}}',
  due: 'Due',
  task: 'To do',
  on: 'On',
  stage: 'Stage',
  next: 'The timetable: {{what}} {{when}}',
  nextStep: { remind: 'reminder', escalate: 'alert', other: 'goes on by itself' },
  decide: 'Do it',
  changed: 'Since your last visit',
  changedSince: 'Since {{at}}',
  latest: 'Latest decisions',
  nothingChanged: 'No decision since your last visit on what you follow.',
  decisions: '{{count}} decisions',
  decisions_one: 'One decision',
} as const satisfies Same<typeof french>;
