import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { addToDay, Day, dayOf } from '../../kernel/time.ts';
import { hasBegun } from '../begun.ts';
import { organisationCommand } from '../organisation.ts';
import { ErasureAnswered, Subject } from './erasures.ts';
import { holdsOf, Trace } from './holds.ts';

export const answerErasure = organisationCommand({
  name: 'answer-erasure',
  says: { en: 'Answer a request for erasure', fr: 'Répondre à une demande d’effacement' },
  about:
    'Records what is answered to somebody who asks to be erased: what goes at once, and what accounts, control and archives need until the last hold ends. `jalon erase` asks for it, with what the log holds about them, and destroys the keys that it names.',
  data: z.strictObject({ subject: Subject, receivedOn: Day, traces: z.array(Trace).max(1000) }),
  example: { subject: 'person:president-1', receivedOn: '2027-03-01', traces: [{ hold: 'accounts', thing: 'project-repair', from: '2026-12-31' }] },
  refuses: ['already-erased', 'request-received-on-a-day-to-come'],

  decide({ erasures }, { data: { subject, receivedOn, traces }, at }) {
    if (!hasBegun(receivedOn, at)) return refuse('request-received-on-a-day-to-come', { receivedOn });
    const before = erasures[subject];
    if (before?.erased.includes(subject)) return refuse('already-erased', { subject, on: dayOf(before.at.at, 'UTC') });
    const holds = [...holdsOf(traces, at)];
    const surplus = subject.startsWith('person:') ? [`${subject}/contact`] : [];
    return ErasureAnswered({
      subject,
      receivedOn,
      answerBy: addToDay(receivedOn, 'P1M'),
      erased: [...(holds.length === 0 ? [subject] : []), ...surplus],
      holds,
    });
  },
});
