import { refuse } from '../kernel/refusal.ts';
import { FunderTerms, FunderTermsSet, programmeCommand } from './programme.ts';

export const setFunderTerms = programmeCommand({
  name: 'set-funder-terms',
  says: { en: 'Set the terms of a funder', fr: 'Modifier les conditions d’un financeur' },
  about:
    'Changes until when a funder’s money can pay for expenditure, and where it is told of decisions. The terms given replace those before: what is left out no longer holds.',
  data: FunderTerms,
  example: { funder: 'region', notify: { email: 'decisions@region.example' }, eligibleUntil: '2029-12-31' },
  refuses: ['funder-unknown', 'subject-erased'],

  decide: ({ funders }, { data }) => (funders[data.funder] ? FunderTermsSet(data) : refuse('funder-unknown', { funders: [data.funder] })),
});
