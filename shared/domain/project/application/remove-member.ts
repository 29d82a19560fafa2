import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { draftClosed } from './changing.ts';
import { MemberRemoved } from './consortium.ts';

export const removeMember = projectCommand({
  name: 'remove-member',
  says: { en: 'Remove a member', fr: 'Retirer un membre du consortium' },
  about: 'Takes an organisation out of the consortium of a draft. To change what a member does or spends, remove it and add it again.',
  data: z.strictObject({ member: ThingId }),
  example: { member: 'trade-school' },
  refuses: ['application-not-draft', 'call-takes-no-applications', 'member-unknown'],

  decide(state, { data, at }, known) {
    const closed = draftClosed(state, at, known);
    if (closed) return closed;
    return state.consortium.some(({ member }) => member === data.member) ? MemberRemoved(data) : refuse('member-unknown', data);
  },
});
