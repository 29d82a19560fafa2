import { refuse } from '../kernel/refusal.ts';
import { Funder, FunderAdded, programmeCommand } from './programme.ts';

export const addFunder = programmeCommand({
  name: 'add-funder',
  says: { en: 'Add a funder', fr: 'Ajouter un financeur' },
  about: 'Adds a body that co-funds the programme. It is told, by the addresses given, of every decision on what it co-funds.',
  data: Funder,
  example: {
    funder: 'region',
    name: { fr: 'Région de démonstration', en: 'Demonstration region' },
    kind: 'region',
    notify: { email: 'decisions@region.example' },
  },
  refuses: ['funder-already-added', 'subject-erased'],

  decide: ({ funders }, { data }) => (funders[data.funder] ? refuse('funder-already-added', { funder: data.funder }) : FunderAdded(data)),
});
