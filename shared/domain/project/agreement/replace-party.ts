import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { PartyReplaced } from './agreement.ts';
import { inForce } from './in-force.ts';
import { listedTwice, missingRoles, Party } from './parties.ts';

export const replaceParty = projectCommand({
  name: 'replace-party',
  says: { en: 'Replace a party', fr: 'Remplacer une partie' },
  about:
    'Records that a party leaves the agreement, that another organisation takes its place, or that another person signs for it. Somebody who grants and somebody who receives have to be left.',
  data: z.strictObject({ party: ThingId, by: Party.optional(), reasons: Prose }),
  example: {
    party: 'workshops',
    by: { party: 'workshops', name: 'Les Ateliers de Nulle-Part', role: 'beneficiary', signatory: 'holder-2' },
    reasons: 'The association has a new legal representative.',
  },
  refuses: ['agreement-not-in-force', 'party-unknown', 'party-listed-twice', 'party-roles-missing'],

  decide(state, { data }) {
    const agreement = inForce(state);
    if (!agreement) return refuse('agreement-not-in-force', { stage: state.stage });
    const { organisations } = agreement;
    if (!organisations.some(({ party }) => party === data.party)) return refuse('party-unknown', { party: data.party });
    const left = organisations.flatMap((one) => (one.party !== data.party ? [one] : data.by ? [data.by] : []));
    const twice = listedTwice(left);
    if (twice.length > 0) return refuse('party-listed-twice', { parties: twice });
    const missing = missingRoles(left);
    return missing.length > 0 ? refuse('party-roles-missing', { roles: missing }) : PartyReplaced(data);
  },
});
