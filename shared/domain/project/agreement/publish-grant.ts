import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { GrantPublished } from './agreement.ts';

export const publishGrant = projectCommand({
  name: 'publish-grant',
  says: { en: 'Record the publication of the grant', fr: 'Constater la publication de la subvention' },
  about:
    'Says where the essential data of the agreement are published as open data. Due above the amount of the policy, within its time from signature; after an amendment it can be said again.',
  data: GrantPublished.data,
  example: { where: 'https://data.example.org/subventions' },
  refuses: ['agreement-not-signed'],

  decide({ stage, agreement }, { data }) {
    return agreement ? GrantPublished(data) : refuse('agreement-not-signed', { stage });
  },
});
