import {
  CallAmended,
  CallCancelled,
  CallPublished,
  ClosingReportPublished,
  ReserveClosed,
  ResultsPublished,
  SelectionConcluded,
} from '@jalon/domain/decisions';
import { type Told, tell } from './tell.ts';

/** What is told of a call. */
export const toldOfCalls: readonly Told[] = [
  tell(CallPublished, {
    says: (_, { title }) => ({ fr: `L’appel « ${title.fr} » est publié.`, en: `The call “${title.en}” is published.` }),
  }),
  tell(CallAmended, {
    says: (_, { title }) => ({ fr: `L’appel « ${title.fr} » est modifié.`, en: `The call “${title.en}” is amended.` }),
    // What the funder puts in, all lines of its budget together, where the envelope changed.
    share: ({ envelope }, funder) => envelope?.filter((line) => line.funder === funder).reduce((sum, { amount }) => sum + amount, 0),
  }),
  tell(CallCancelled, {
    says: (_, { title }) => ({
      fr: `L’appel « ${title.fr} » est déclaré sans suite ; les candidatures en cours prennent fin avec lui.`,
      en: `The call “${title.en}” is cancelled; the applications under way end with it.`,
    }),
  }),
  tell(SelectionConcluded, {
    says: ({ ranking }, { title }) => {
      const count = (outcome: string) => ranking.filter((ranked) => ranked.outcome === outcome).length;
      return {
        fr: `La sélection de l’appel « ${title.fr} » est conclue : sélectionnés ${count('selected')}, en liste complémentaire ${count('reserve')}, non retenus ${count('not-selected')}.`,
        en: `The selection of the call “${title.en}” is concluded: selected ${count('selected')}, on the reserve list ${count('reserve')}, not selected ${count('not-selected')}.`,
      };
    },
    share: ({ envelope }, funder) => envelope.find((use) => use.funder === funder)?.committed,
  }),
  tell(ReserveClosed, {
    says: ({ applications }, { title }) => ({
      fr: `La liste complémentaire de l’appel « ${title.fr} » est close ; ${applications.length} candidature(s) y attendaient encore.`,
      en: `The reserve list of the call “${title.en}” is closed; ${applications.length} application(s) still waited there.`,
    }),
  }),
  tell(ResultsPublished, {
    says: ({ selected }, { title }) => ({
      fr: `Les résultats de l’appel « ${title.fr} » sont publiés : ${selected.length} candidature(s) retenue(s).`,
      en: `The results of the call “${title.en}” are published: ${selected.length} application(s) selected.`,
    }),
  }),
  tell(ClosingReportPublished, {
    says: ({ started }, { title }) => ({
      fr: `Le bilan de l’appel « ${title.fr} » est publié ; ${started} candidature(s) avaient été ouvertes.`,
      en: `The closing report of the call “${title.en}” is published; ${started} application(s) had been started.`,
    }),
    share: ({ funders }, funder) => funders.find((one) => one.funder === funder)?.committed,
  }),
];
