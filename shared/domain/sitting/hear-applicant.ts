import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { Prose } from '../kernel/words.ts';
import { itemOf } from './convocation.ts';
import { ApplicantHeard, deliberatedOn } from './deliberation.ts';
import { sittingCommand } from './sitting.ts';

export const hearApplicant = sittingCommand({
  name: 'hear-applicant',
  says: { en: 'Note that an applicant was heard', fr: 'Noter l’audition d’un candidat' },
  about: 'Notes what an applicant answered to the committee, before the item is concluded. The note names no person.',
  data: z.strictObject({ item: ThingId, note: Prose }),
  example: { item: 'item-1', note: 'The applicant explained how the five municipalities share the cost of the premises.' },
  refuses: ['sitting-not-open', 'item-unknown', 'item-concluded-already', 'applicant-heard-already'],

  decide({ stage, convocation, deliberation }, { data }) {
    if (stage !== 'open') return refuse('sitting-not-open', { stage });
    if (!itemOf(convocation, data.item)) return refuse('item-unknown', { item: data.item });
    const { heard, concluded } = deliberatedOn(deliberation, data.item);
    if (concluded) return refuse('item-concluded-already', { item: data.item });
    return heard ? refuse('applicant-heard-already', { item: data.item }) : ApplicantHeard(data);
  },
});
