import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Prose } from '../kernel/words.ts';

export const QuestionAsked = decision('question-asked', 1, z.strictObject({ question: ThingId, text: Prose }));
/** A public answer is for everybody who reads the call, as all applicants have to know the same; another is for whoever asked. */
export const QuestionAnswered = decision('question-answered', 1, z.strictObject({ question: ThingId, answer: Prose, public: z.boolean() }));

export interface Question {
  readonly asked?: Moment & { readonly by: string };
  readonly text: string;
  readonly answer?: { readonly text: string; readonly public: boolean };
}

/** Questions on the call, by id. */
export const questions = facet({} as Readonly<Record<string, Question>>, [QuestionAsked, QuestionAnswered], {
  'question-asked': (all, { question, text }, happened) => ({
    ...all,
    [question]: { ...all[question], text, asked: { ...momentOf(happened), by: happened.by.id } },
  }),
  'question-answered': (all, { question, answer, public: open }) => ({
    ...all,
    [question]: { text: '', ...all[question], answer: { text: answer, public: open } },
  }),
});

/** An e-mail address, or a telephone number of ten digits or more: what shows that a text speaks of a person who can be reached. */
const CONTACT = /\S@\S|(?:\d[ .-]?){10}/;

/** Whether a text holds what would tell of a person. A name cannot be told from other words: whoever writes is asked to leave names out. */
export const holdsContact = (text: string): boolean => CONTACT.test(text);
