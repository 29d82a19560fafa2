import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { notEnded, whyNotEnded } from '../people/delegating.ts';
import { DelegationEnded } from '../people/delegations.ts';
import { organisationCommand } from './organisation.ts';

export const endDelegation = organisationCommand({
  name: 'end-delegation',
  says: { en: 'End a delegation', fr: 'Mettre fin à une délégation' },
  about: 'Ends a delegation before its last day, at once.',
  data: z.strictObject({ delegation: ThingId }),
  example: { delegation: 'summer-2027' },
  refuses: notEnded,

  decide: (state, { data }) => whyNotEnded(state, data.delegation) ?? DelegationEnded(data),
});
