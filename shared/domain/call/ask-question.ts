import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { Prose } from '../kernel/words.ts';
import { callCommand, takesDrafts } from './call.ts';
import { holdsContact, QuestionAsked } from './questions.ts';

export const askQuestion = callCommand({
  name: 'ask-question',
  says: { en: 'Ask a question on the call', fr: 'Poser une question sur l’appel' },
  about:
    'Asks the programme about a call, while applications can be written. The text names no person and gives no address: a public answer shows it to everybody.',
  data: z.strictObject({ question: ThingId, text: Prose }),
  example: { question: 'salaries', text: 'Can the time that municipalities give to the workshops be counted as a resource?' },
  refuses: ['call-takes-no-questions', 'question-already-asked', 'names-somebody'],

  decide(call, { data, at }, { programme }) {
    if (!takesDrafts(call, at, programme.identity.timeZone)) return refuse('call-takes-no-questions', { stage: call.stage });
    if (call.questions[data.question]) return refuse('question-already-asked', { question: data.question });
    return holdsContact(data.text) ? refuse('names-somebody') : QuestionAsked(data);
  },
});
