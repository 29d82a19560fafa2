import { refuse } from '../kernel/refusal.ts';
import { organisationCommand } from './organisation.ts';
import { Mandate, overlaps, SignatoryNamed } from './signatories.ts';

export const nameSignatory = organisationCommand({
  name: 'name-signatory',
  says: { en: 'Name a signatory', fr: 'Désigner un signataire' },
  about:
    'Records that a person may sign for the organisation, as its legal representative or by delegation, from a day on and where known until a day. Their name and how to reach them are sealed.',
  data: Mandate,
  example: {
    person: 'president-1',
    name: 'Personne fictive',
    contact: { email: 'presidence@association.example' },
    power: 'legal',
    from: '2027-01-01',
    until: '2029-12-31',
  },
  refuses: ['mandate-days-out-of-order', 'signatory-already-named', 'subject-erased'],

  decide({ signatories }, { data }) {
    if (data.until !== undefined && data.until < data.from) return refuse('mandate-days-out-of-order', { from: data.from, until: data.until });
    if (overlaps(signatories, data)) return refuse('signatory-already-named', { person: data.person });
    return SignatoryNamed(data);
  },
});
