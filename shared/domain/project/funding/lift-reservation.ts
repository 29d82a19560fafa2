import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { ReservationLifted, ReservationName } from './funding.ts';

export const liftReservation = projectCommand({
  name: 'lift-reservation',
  says: { en: 'Lift a reservation', fr: 'Lever une réserve' },
  about:
    'Records that what the committee or a funder wanted settled before signature is settled, and by what that is seen. Each reservation is lifted by itself; the agreement is signed once none is open.',
  data: z.strictObject({ reservation: ReservationName, evidence: Prose }),
  example: { reservation: 'committee-1', evidence: 'The lease of the workshop, received on 2 June.' },
  refuses: ['no-agreement-awaited', 'reservation-unknown', 'reservation-already-lifted', 'not-by-the-holder'],

  decide(state, { data, by }) {
    const { stage, agreement } = state;
    const { reservation } = data;
    if ((stage !== 'selected' && stage !== 'agreement') || agreement) return refuse('no-agreement-awaited', { stage });
    const found = state.funding.reservations.find((made) => made.reservation === reservation);
    if (!found) return refuse('reservation-unknown', { reservation });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    return found.lifted ? refuse('reservation-already-lifted', { reservation }) : ReservationLifted(data);
  },
});
