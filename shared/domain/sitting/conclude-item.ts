import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { Reservation } from '../project/avis/avis.ts';
import { agendaCommand, barredFrom } from './agenda-known.ts';
import { itemOf } from './convocation.ts';
import { deliberatedOn, ItemConcluded } from './deliberation.ts';
import { quorumOf } from './quorum.ts';
import { tallyOf } from './tally.ts';
import { whoVotes } from './who-votes.ts';

export const concludeItem = agendaCommand({
  name: 'conclude-item',
  says: { en: 'Conclude an item', fr: 'Conclure un point' },
  about:
    'Counts the votes on an item, once everybody who attends and may vote on it did, and records the committee’s opinion with its reservations. It takes the quorum of the item and the majority of the votes cast; the vote of whoever presides decides a tie.',
  data: z.strictObject({ item: ThingId, reservations: z.array(Reservation).max(20).default([]) }),
  example: { item: 'item-1', reservations: [{ reservation: 'lease', text: 'The lease of the workshop is signed.' }] },
  refuses: [
    'sitting-not-open',
    'item-unknown',
    'item-concluded-already',
    'quorum-not-met',
    'votes-missing',
    'no-majority',
    'reservations-missing',
    'reservations-not-voted',
    'reservation-listed-twice',
  ],

  decide(state, { data: { item, reservations } }, { policy, projects }) {
    const { stage, convocation, presence, deliberation } = state;
    if (stage !== 'open') return refuse('sitting-not-open', { stage });
    const asked = itemOf(convocation, item);
    if (!asked) return refuse('item-unknown', { item });
    const { votes, concluded } = deliberatedOn(deliberation, item);
    if (concluded) return refuse('item-concluded-already', { item });
    const barred = barredFrom(state, asked, projects);
    const quorum = quorumOf(state, barred, policy.committee);
    if (quorum.present < quorum.needed) return refuse('quorum-not-met', { ...quorum });
    const missing = whoVotes(state, barred).filter((one) => !votes[one]);
    if (missing.length > 0) return refuse('votes-missing', { members: missing });
    const { avis, counts, castingVote, voters } = tallyOf(votes, barred, presence.presiding);
    if (!avis) return refuse('no-majority', { item });
    if (avis === 'with-reservations' && reservations.length === 0) return refuse('reservations-missing', { item });
    if (avis !== 'with-reservations' && reservations.length > 0) return refuse('reservations-not-voted', { avis });
    if (new Set(reservations.map(({ reservation }) => reservation)).size < reservations.length) return refuse('reservation-listed-twice');
    return ItemConcluded({ item, avis, reservations, counts, castingVote, voters: [...voters] });
  },
});
