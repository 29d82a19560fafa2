import { z } from 'zod';
import { projectCommand } from '../project.ts';
import { openingAt, openingRefusals } from './opening.ts';

export const openSrlReview = projectCommand({
  name: 'open-srl-review',
  says: { en: 'Open an SRL review', fr: 'Ouvrir une revue SRL' },
  about:
    'Opens the periodic review of the project’s SRL, with the day it has to be concluded by. The process does it when the cadence of the phase says so; an administrator can at any time.',
  data: z.strictObject({}),
  example: {},
  refuses: openingRefusals,

  decide: (state, { at }, known) => openingAt(state, at, known),
});
