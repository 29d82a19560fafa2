import { ObligationEscalated, ObligationReminded } from '@jalon/domain/decisions';
import { obligationInWords } from './in-words.ts';
import { type Told, tell, type Words } from './tell.ts';

type Nudge = Parameters<typeof ObligationReminded>[0];

/** A funder hears of its own deadlines only. */
const toItself: NonNullable<Words<Nudge>['to']> = ({ for: obliged }, { funder }) => 'funder' in obliged && obliged.funder === funder;

/** What is told of deadlines: to the funder that has something to do, before its day and after. */
export const toldOfDeadlines: readonly Told[] = [
  tell(ObligationReminded, {
    says: ({ kind, due }, { title, lastDayBefore }) => ({
      fr: `Rappel : ${obligationInWords(kind).fr}, au plus tard le ${lastDayBefore(due).fr} (« ${title.fr} »).`,
      en: `Reminder: ${obligationInWords(kind).en}, by ${lastDayBefore(due).en} (“${title.en}”).`,
    }),
    to: toItself,
  }),
  tell(ObligationEscalated, {
    says: ({ kind, due }, { title, lastDayBefore }) => ({
      fr: `Échéance dépassée : ${obligationInWords(kind).fr} depuis le ${lastDayBefore(due).fr} (« ${title.fr} »). Les gestionnaires sont alertés.`,
      en: `Late: ${obligationInWords(kind).en} since ${lastDayBefore(due).en} (“${title.en}”). The administrators are alerted.`,
    }),
    to: toItself,
  }),
];
