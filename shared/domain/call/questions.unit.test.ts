import { describe, expect, it } from 'vitest';
import { by } from '../kernel/testing/given-when-then.ts';
import { processView } from '../process/process-view.ts';
import { draftedCall, openCall, publishedCall, selected, underReview } from '../testing/stories.ts';
import { answerQuestion } from './answer-question.ts';
import { askQuestion } from './ask-question.ts';
import { call } from './call.ts';
import { holdsContact, QuestionAnswered, QuestionAsked } from './questions.ts';
import { CallCancelled } from './stage.ts';

const administrator = by('administrator');
const asking = { question: 'salaries', text: 'Do hours of volunteers count?' };
const answer = { question: 'salaries', answer: 'Yes, in kind.', public: true };
const asked = openCall.at('2027-02-01T10:00:00Z').and(QuestionAsked(asking));

describe('ask-question', () => {
  it('asks while applications can be written', async () => {
    await publishedCall.when(askQuestion, by('hanna'), asking).decides(QuestionAsked(asking));
    await openCall.at('2027-03-12T22:59:59Z').when(askQuestion, by('hanna'), asking).decides(QuestionAsked(asking));
  });

  it('is too early before the call is published, and too late once it has closed', async () => {
    await draftedCall.when(askQuestion, by('hanna'), asking).refuses('call-takes-no-questions', { stage: 'draft' });
    await openCall.at('2027-03-12T23:00:00Z').when(askQuestion, by('hanna'), asking).refuses('call-takes-no-questions');
  });

  it('has an id of its own', () => asked.when(askQuestion, by('hanna'), asking).refuses('question-already-asked', { question: 'salaries' }));

  it.each(['Write to paule@example.org', 'Call 06 12 34 56 78', 'Call 0612345678'])('takes no text that tells of a person: %s', (text) =>
    openCall.when(askQuestion, by('hanna'), { ...asking, text }).refuses('names-somebody'),
  );

  it.each(['100 000 euros on 12 March 2027', 'ten hours @ home', '06 12 34 56 7'])('takes %s for no address', (text) =>
    expect(holdsContact(text)).toBe(false),
  );
});

describe('answer-question', () => {
  it('answers for everybody, unless it only concerns whoever asked', async () => {
    const { public: _, ...words } = answer;
    await asked.when(answerQuestion, administrator, words).decides(QuestionAnswered(answer));
    await asked.when(answerQuestion, administrator, { ...words, public: false }).decides(QuestionAnswered({ ...answer, public: false }));
    expect((await asked.when(answerQuestion, administrator, words).after()).state(call).questions.salaries).toMatchObject({
      text: asking.text,
      answer: { text: 'Yes, in kind.', public: true },
    });
  });

  it('answers a question that was asked and has no answer yet', async () => {
    await openCall.when(answerQuestion, administrator, answer).refuses('question-unknown', { question: 'salaries' });
    await asked
      .and(QuestionAnswered(answer))
      .when(answerQuestion, administrator, answer)
      .refuses('question-already-answered', { question: 'salaries' });
  });

  it('tells of nobody', () => asked.when(answerQuestion, administrator, { ...answer, answer: 'Ask a@b.fr' }).refuses('names-somebody'));

  it('is over with the call', async () => {
    await selected.of('call-spring').when(answerQuestion, administrator, answer).refuses('call-decided-already', { stage: 'concluded' });
    await asked
      .and(CallCancelled({ reasons: 'No budget.' }))
      .when(answerQuestion, administrator, answer)
      .refuses('call-decided-already', { stage: 'cancelled' });
  });
});

describe('an answer', () => {
  const answers = async (world: typeof asked) =>
    (await processView('call', 'spring', world.load)).obligations.filter(({ kind }) => kind === 'answer-question');

  it('is owed within ten days of each question, by the administrator, also once the call has closed', async () => {
    const owed = [{ id: 'answer-question:call-spring@4', for: { role: 'administrator' }, due: '2027-02-11T23:00:00Z' }];
    expect(await answers(asked)).toMatchObject(owed);
    const late = underReview.of('call-spring').at('2027-02-01T10:00:00Z').and(QuestionAsked(asking));
    expect(await answers(late)).toMatchObject([{ for: { role: 'administrator' }, due: '2027-02-11T23:00:00Z' }]);
  });

  it('is owed no more once it is given, or the call is cancelled', async () => {
    expect(await answers(asked.and(QuestionAnswered(answer)))).toEqual([]);
    expect(await answers(asked.and(CallCancelled({ reasons: 'No budget.' })))).toEqual([]);
  });
});
