import { by, type World } from '../kernel/testing/given-when-then.ts';
import { SittingConvened } from '../sitting/convocation.ts';
import { ItemConcluded } from '../sitting/deliberation.ts';
import { NoInterestDeclared, SittingOpened } from '../sitting/presence.ts';
import { underReview } from './stories.ts';

export const SITTING = 'sitting-april';

/** A committee of four who vote and one who advises, convened for 14:00 in Paris on 6 April 2027, on the application `repair`. */
export const convening = {
  programme: 'breakthrough',
  call: 'spring',
  heldAt: '2027-04-06T12:00:00Z',
  members: [
    { person: 'mia', voice: 'deliberative' as const },
    { person: 'max', voice: 'deliberative' as const },
    { person: 'mel', voice: 'deliberative' as const },
    { person: 'mo', voice: 'deliberative' as const },
    { person: 'cora', voice: 'consultative' as const },
  ],
  chair: 'mia',
  items: [
    { item: 'one', project: 'repair', question: 'selection' as const },
    { item: 'two', project: 'repair', question: 'gate' as const },
  ],
};

/** Before the convocation, on 16 March 2027. */
export const beforeSitting = underReview.at('2027-03-16T10:00:00Z').of(SITTING);

export const convened = beforeSitting.and(SittingConvened(convening));

/** Its hour has come. */
export const assembled = convened.at(convening.heldAt);

/** Everybody came and declared to have no interest. */
export const sitting = ['mia', 'max', 'mel', 'mo', 'cora'].reduce(
  (world: World, member) => world.record(by(member), { stream: SITTING, decision: NoInterestDeclared({ member }) }),
  assembled.and(SittingOpened({ attending: ['mia', 'max', 'mel', 'mo', 'cora'], presiding: 'mia' })),
);

const counts = { favourable: 4, 'with-reservations': 0, adjourned: 0, unfavourable: 0, abstain: 0 };
export const voters = ['mia', 'max', 'mel', 'mo'];

/** Both items are concluded: the first one with a reservation, the second one unanimously. */
export const concluded = sitting.and(
  ItemConcluded({
    item: 'one',
    avis: 'with-reservations',
    reservations: [{ reservation: 'lease', text: 'The lease is signed.' }],
    counts: { ...counts, favourable: 1, 'with-reservations': 3 },
    castingVote: false,
    voters,
  }),
  ItemConcluded({ item: 'two', avis: 'favourable', reservations: [], counts, castingVote: false, voters }),
);
