import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { agendaCommand, barredFrom } from './agenda-known.ts';
import { itemOf } from './convocation.ts';
import { deliberatedOn, Vote, VoteCast } from './deliberation.ts';
import { giversTo } from './quorum.ts';

export const castVote = agendaCommand({
  name: 'cast-vote',
  says: { en: 'Cast a vote', fr: 'Voter' },
  about:
    'A voting member who attends and declared no interest votes on an item, for themselves and for whoever gave them a proxy and declared no interest either. Cast again before the item is concluded, it takes the place of the former vote.',
  data: z.strictObject({ item: ThingId, on: Vote }),
  example: { item: 'item-1', on: 'favourable' },
  refuses: [
    'sitting-not-open',
    'item-unknown',
    'item-concluded-already',
    'not-a-voting-member',
    'not-attending',
    'recused-from-item',
    'interest-not-declared',
  ],

  decide(state, { data: { item, on }, by }, { projects }) {
    const { stage, convocation, presence, deliberation } = state;
    if (stage !== 'open') return refuse('sitting-not-open', { stage });
    const asked = itemOf(convocation, item);
    if (!asked) return refuse('item-unknown', { item });
    if (deliberatedOn(deliberation, item).concluded) return refuse('item-concluded-already', { item });
    if (convocation.members[by.id] !== 'deliberative') return refuse('not-a-voting-member', { persons: [by.id] });
    if (!presence.attending.includes(by.id)) return refuse('not-attending');
    const barred = barredFrom(state, asked, projects);
    if (barred.has(by.id)) return refuse('recused-from-item', { item });
    if (!presence.disinterested.includes(by.id)) return refuse('interest-not-declared');
    const givers = giversTo(presence, by.id).filter((giver) => !barred.has(giver) && presence.disinterested.includes(giver));
    return VoteCast({ item, voter: by.id, on, counts: [by.id, ...givers] });
  },
});
