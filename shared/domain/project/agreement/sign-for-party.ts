import { z } from 'zod';
import { today } from '../../call/call.ts';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { totalOf } from '../../programme/shares.ts';
import { projectCommand } from '../project.ts';
import { AgreementSigned } from './agreement.ts';
import { PartySigned } from './drafting.ts';
import { amountsOf } from './payment-plan.ts';
import { readinessRefusals, unreadiness } from './readiness.ts';

export const signForParty = projectCommand({
  name: 'sign-for-party',
  says: { en: 'Sign for a party', fr: 'Signer au nom d’une partie' },
  about: 'The signatory of a party signs the agreement as it was drafted. With the last signature the agreement is signed.',
  data: z.strictObject({ party: ThingId }),
  example: { party: 'region' },
  refuses: ['no-agreement-awaited', 'agreement-not-drafted', 'party-unknown', 'not-the-signatory', 'party-already-signed', ...readinessRefusals],

  decide(state, { data: { party }, by, at }, known) {
    const { stage, agreement, drafting } = state;
    if (stage !== 'agreement' || agreement) return refuse('no-agreement-awaited', { stage });
    const { text, signed } = drafting;
    if (!text) return refuse('agreement-not-drafted');
    const found = text.parties.find((listed) => listed.party === party);
    if (!found) return refuse('party-unknown', { party });
    if (found.signatory !== by.id) return refuse('not-the-signatory', { party });
    if (signed[party]) return refuse('party-already-signed', { party });
    const unready = unreadiness(state, known);
    if (unready) return unready;

    const last = text.parties.every((listed) => listed.party === party || signed[listed.party]);
    if (!last) return PartySigned({ party });
    const { parties, plan, endsOn, reportingOn, conditions } = text;
    const names = parties.map(({ name }) => name);
    const terms = { plan: [...plan], organisations: [...parties], endsOn, reportingOn: [...reportingOn], conditions: [...conditions] };
    return [PartySigned({ party }), AgreementSigned({ signedOn: today(known, at), parties: names, amount: totalOf(amountsOf(plan)), ...terms })];
  },
});
