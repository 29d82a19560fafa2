import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { notEnded, whyNotEnded } from '../people/delegating.ts';
import { DelegationEnded } from '../people/delegations.ts';
import { programmeCommand } from './programme.ts';

export const endProgrammeDelegation = programmeCommand({
  name: 'end-delegation',
  says: { en: 'End a delegation in the programme', fr: 'Mettre fin à une délégation dans le programme' },
  about: 'Ends a delegation in this programme before its last day, at once.',
  data: z.strictObject({ delegation: ThingId }),
  example: { delegation: 'summer-2027' },
  refuses: notEnded,

  decide: (state, { data }) => whyNotEnded(state, data.delegation) ?? DelegationEnded(data),
});
