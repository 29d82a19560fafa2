import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { Prose } from '../kernel/words.ts';
import { callCommand } from './call.ts';
import { holdsContact, QuestionAnswered } from './questions.ts';
import { isDecided } from './stage.ts';

export const answerQuestion = callCommand({
  name: 'answer-question',
  says: { en: 'Answer a question on the call', fr: 'Répondre à une question sur l’appel' },
  about:
    'Answers a question, until the selection. The answer is public unless it only concerns whoever asked, since all applicants have to know the same. It names no person.',
  data: z.strictObject({ question: ThingId, answer: Prose, public: z.boolean().default(true) }),
  example: { question: 'salaries', answer: 'Yes, as a contribution in kind, where the municipality certifies the hours.' },
  refuses: ['call-decided-already', 'question-unknown', 'question-already-answered', 'names-somebody'],

  decide({ stage, questions }, { data }) {
    if (isDecided(stage)) return refuse('call-decided-already', { stage });
    const asked = questions[data.question];
    if (!asked) return refuse('question-unknown', { question: data.question });
    if (asked.answer) return refuse('question-already-answered', { question: data.question });
    return holdsContact(data.answer) ? refuse('names-somebody') : QuestionAnswered(data);
  },
});
