import { refuse } from '../kernel/refusal.ts';
import { Identification, OrganisationIdentified } from './identification.ts';
import { isSiret } from './numbers.ts';
import { organisationCommand } from './organisation.ts';

export const identifyOrganisation = organisationCommand({
  name: 'identify-organisation',
  says: { en: 'Identify the organisation', fr: 'Identifier l’organisation' },
  about:
    'Records by which numbers the public registers know the organisation (SIRET, RNA) and its legal category. The check digit of the SIRET is verified. What is given replaces what was known.',
  data: Identification,
  example: { siret: '73282932000074', category: 'public' },
  refuses: ['organisation-number-missing', 'siret-mistyped'],

  decide(_, { data }) {
    if (data.siret === undefined && data.rna === undefined) return refuse('organisation-number-missing');
    if (data.siret !== undefined && !isSiret(data.siret)) return refuse('siret-mistyped', { siret: data.siret });
    return OrganisationIdentified(data);
  },
});
