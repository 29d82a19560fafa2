import type { accessibility as french } from '../fr/accessibility.ts';
import type { Same } from '../words.ts';

/** The declaration of accessibility. */
export const accessibility = {
  lead: 'What was verified in this console, how, and what was not.',
  standing: {
    title: 'Conformity',
    text: 'The console aims at level AA of WCAG 2.2 and at RGAA 4.1. No third party has audited it yet, so it claims neither full conformity nor a rate of conformity. The institution that runs it completes this declaration after an audit of its own.',
  },
  testedTitle: 'What is verified with every version',
  tested: {
    axe: 'The pages listed in the tests of the console are gone through by axe (rules of WCAG 2.0 to 2.2, A and AA, and best practice), in French and in English, light and dark, in Chromium.',
    keyboard: 'A whole way, from search to a decision recorded, is gone by keyboard alone in a test.',
    contrast: 'The colours of the theme have a contrast of 4.5:1 at least for text in both appearances.',
    motion: 'Animations stop for whoever asks for less motion.',
    tables: 'Each chart has its table, read by screen readers and printed.',
    focus: 'On each change of page the heading takes the focus; a link leads straight to the content.',
  },
  untestedTitle: 'What was not',
  untested: {
    readers: 'Nobody who uses a screen reader every day has gone through the console with one.',
    audit: 'Those criteria of the RGAA that automation does not cover were not examined one by one.',
    zoom: 'Magnification to 400% and imposed text spacing have no test.',
    documents: 'The pieces that applicants hand in are neither checked nor made accessible.',
  },
  tell: {
    title: 'Telling us of a difficulty',
    text: 'Write to the institution that keeps the programme: its address stands in your notifications. If no answer reaches you, you can turn to the Défenseur des droits.',
  },
} as const satisfies Same<typeof french>;
