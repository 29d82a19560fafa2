import { z } from 'zod';
import { refuse } from '../kernel/refusal.ts';
import { NoInterestDeclared } from './presence.ts';
import { sittingCommand } from './sitting.ts';

export const declareNoInterest = sittingCommand({
  name: 'declare-no-interest',
  says: { en: 'Declare to have no interest', fr: 'Déclarer l’absence d’intérêts' },
  about:
    'A member declares to have no interest in what is on the agenda, save in the items from which they recuse themselves. Nobody’s vote counts without it, by proxy or not.',
  data: z.strictObject({}),
  example: {},
  refuses: ['sitting-over', 'not-a-member', 'interest-declared-already'],

  decide({ stage, convocation: { members }, presence: { disinterested } }, { by }) {
    if (stage !== 'convened' && stage !== 'open') return refuse('sitting-over', { stage });
    if (!members[by.id]) return refuse('not-a-member', { persons: [by.id] });
    return disinterested.includes(by.id) ? refuse('interest-declared-already') : NoInterestDeclared({ member: by.id });
  },
});
