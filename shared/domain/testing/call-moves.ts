import { amendCall } from '../call/amend-call.ts';
import { answerQuestion } from '../call/answer-question.ts';
import { askQuestion } from '../call/ask-question.ts';
import { type Call, takesDrafts } from '../call/call.ts';
import { dayOfWhen } from '../call/hours.ts';
import { promoteFromReserve } from '../call/promote-from-reserve.ts';
import { publishClosingReport } from '../call/publish-closing-report.ts';
import { publishResults } from '../call/publish-results.ts';
import type { AnyCommand } from '../kernel/command.ts';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { addToDay } from '../kernel/time.ts';
import type { Move } from './move.ts';

const ZONE = 'Europe/Paris';
const CALL = 'call-spring';

/** What happens beside the course of a call: it is amended, questions come and are answered, results are published, somebody in reserve is promoted. */
export function callMovesBeside(state: Call, { now }: World, chance: number): Move[] {
  const move = (command: AnyCommand, data: unknown, who = 'administrator'): Move => ({ subject: CALL, command, actor: by(who), data });
  const unanswered = Object.entries(state.questions).find(([, { answer }]) => !answer);
  const asked = Object.keys(state.questions).length;
  const reasons = 'More can be done.';
  switch (state.stage) {
    case 'published':
    case 'open':
    case 'closed':
      return [
        ...(takesDrafts(state, now, ZONE) && asked < 2
          ? [move(askQuestion, { question: `question-${asked}`, text: 'Do hours count?' }, 'holder-applicant-1')]
          : []),
        ...(unanswered ? [move(answerQuestion, { question: unanswered[0], answer: 'They do.' })] : []),
        ...(takesDrafts(state, now, ZONE) && chance % 40 === 0 ? [move(amendCall, { reasons, ...later(state) })] : []),
      ];
    case 'concluded':
      return [
        ...(state.publication.results ? [] : [move(publishResults, { words: { fr: 'Retenus.', en: 'Selected.' } })]),
        ...(state.publication.report ? [] : [move(publishClosingReport, { words: { fr: 'Bilan.', en: 'Report.' } })]),
        ...(state.reserve.waiting.length > 0 ? [move(promoteFromReserve, {}, 'chair')] : []),
        ...(chance % 5 === 0 ? [move(amendCall, { reasons, envelope: changed(state, chance) })] : []),
      ];
    default:
      return [];
  }
}

/** A week more to apply, and to select. */
const later = ({ terms: { closesOn, selectionOn } }: Call) => ({
  closesOn: addToDay(dayOfWhen(closesOn, ZONE), 'P7D'),
  selectionOn: addToDay(selectionOn, 'P7D'),
});

/** Each part of the envelope, somewhat larger or smaller. */
const changed = ({ terms: { envelope } }: Call, chance: number) =>
  envelope.map((line, index) => ({ ...line, amount: Math.max(1, Math.floor((line.amount * (80 + ((chance + index) % 60))) / 100)) }));
