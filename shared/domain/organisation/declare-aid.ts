import { refuse } from '../kernel/refusal.ts';
import { Aid, AidDeclared } from './aid.ts';
import { hasBegun } from './begun.ts';
import { organisationCommand } from './organisation.ts';

export const declareAid = organisationCommand({
  name: 'declare-aid',
  says: { en: 'Declare an aid', fr: 'Déclarer une aide reçue' },
  about:
    'Records an aid that the organisation was granted, by whomever and under whichever regime, as it declares it or as a register lists it. De minimis aid is counted over three years before another is granted.',
  data: Aid.extend({ source: Aid.shape.source.exclude(['award']) }),
  example: { aid: 'town-2026', granter: 'Ville de Nulle-Part', regime: 'general', amount: 1_200_000, grantedOn: '2026-05-12', source: 'declared' },
  refuses: ['aid-already-declared', 'aid-granted-on-a-day-to-come'],

  decide({ aids }, { data, at }) {
    if (aids[data.aid]) return refuse('aid-already-declared', { aid: data.aid });
    return hasBegun(data.grantedOn, at) ? AidDeclared(data) : refuse('aid-granted-on-a-day-to-come', { grantedOn: data.grantedOn });
  },
});
