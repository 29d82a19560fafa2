import {
  AgreementAmended,
  AgreementExtended,
  AgreementLapsed,
  AgreementResumed,
  AgreementSigned,
  AgreementSuspended,
  AgreementTerminated,
  AppealDecided,
  ApplicationSelected,
  AwardRenounced,
  AwardWithdrawn,
  FundingDeclined,
  FundingGranted,
  GrantAwarded,
  OutcomeCorrected,
} from '@jalon/domain/decisions';
import { appealInWords, causeInWords, correctedInWords, dayInWords } from './in-words.ts';
import { shareIn, shareOf, shareOfPlan, type Told, tell } from './tell.ts';

const ownAmount = (data: { readonly funder: string; readonly amount: number }, funder: string) => (data.funder === funder ? data.amount : undefined);

/** What is told of a selection, what became of it, and the agreement. */
export const toldOfAwards: readonly Told[] = [
  tell(ApplicationSelected, {
    says: ({ rank, amount }, about) => {
      const promoted = about.command === 'call/promote-from-reserve';
      return {
        fr: `Le projet « ${about.title.fr} » est ${promoted ? 'retenu sur la liste complémentaire' : 'sélectionné'} au rang ${rank} pour ${about.amount(amount).fr} ; chaque financeur décide maintenant de sa part.`,
        en: `The project “${about.title.en}” is ${promoted ? 'promoted from the reserve list' : 'selected'} at rank ${rank} for ${about.amount(amount).en}; each funder now decides on its share.`,
      };
    },
    share: shareOf,
  }),
  tell(FundingGranted, {
    says: ({ funder, amount }, about) => ({
      fr: `${about.funder(funder).fr} accorde ${about.amount(amount).fr} au projet « ${about.title.fr} ».`,
      en: `${about.funder(funder).en} grants ${about.amount(amount).en} to the project “${about.title.en}”.`,
    }),
    share: ownAmount,
  }),
  tell(FundingDeclined, {
    says: ({ funder }, about) => ({
      fr: `${about.funder(funder).fr} n’accorde pas son financement au projet « ${about.title.fr} » ; les sommes réservées retournent à l’enveloppe.`,
      en: `${about.funder(funder).en} declines to fund the project “${about.title.en}”; the money set aside returns to the envelope.`,
    }),
    share: ownAmount,
  }),
  tell(GrantAwarded, {
    says: ({ amount }, about) => ({
      fr: `L’aide au projet « ${about.title.fr} » est attribuée : ${about.amount(amount).fr}, chaque financeur ayant accordé sa part.`,
      en: `The grant to the project “${about.title.en}” is awarded: ${about.amount(amount).en}, every funder having granted its share.`,
    }),
    share: shareOf,
  }),
  tell(AwardRenounced, {
    says: (_, { title }) => ({
      fr: `Le porteur du projet « ${title.fr} » renonce à l’aide ; les sommes retournent à l’enveloppe.`,
      en: `The holder of the project “${title.en}” renounces the grant; the money returns to the envelope.`,
    }),
  }),
  tell(AwardWithdrawn, {
    says: (_, { title }) => ({
      fr: `L’autorité retire l’aide attribuée au projet « ${title.fr} ».`,
      en: `The authority withdraws the grant that was awarded to the project “${title.en}”.`,
    }),
  }),
  tell(AppealDecided, {
    says: ({ outcome }, { title }) => ({
      fr: `Le recours gracieux sur le projet « ${title.fr} » est ${appealInWords[outcome].fr}.`,
      en: `The appeal on the project “${title.en}” is ${appealInWords[outcome].en}.`,
    }),
  }),
  tell(OutcomeCorrected, {
    says: ({ to }, { title }) => ({
      fr: `La décision sur le projet « ${title.fr} » est rectifiée : ${correctedInWords[to].fr}.`,
      en: `The decision on the project “${title.en}” is corrected: ${correctedInWords[to].en}.`,
    }),
    share: shareOf,
  }),
  tell(AgreementSigned, {
    says: ({ signedOn, amount }, about) => ({
      fr: `La convention du projet « ${about.title.fr} » est signée le ${dayInWords(signedOn).fr}, pour ${about.amount(amount).fr}.`,
      en: `The agreement of the project “${about.title.en}” was signed on ${dayInWords(signedOn).en}, for ${about.amount(amount).en}.`,
    }),
    share: shareOfPlan,
  }),
  tell(AgreementLapsed, {
    says: (_, { title }) => ({
      fr: `La convention du projet « ${title.fr} » n’a pas été signée à temps : l’attribution est caduque, les sommes retournent à l’enveloppe.`,
      en: `The agreement of the project “${title.en}” was not signed in time: the award has lapsed, and the money returns to the envelope.`,
    }),
  }),
  tell(AgreementAmended, {
    says: ({ number, amount }, about) => ({
      fr: `L’avenant n° ${number} à la convention du projet « ${about.title.fr} » est conclu ; l’aide est de ${about.amount(amount).fr}.`,
      en: `Amendment no. ${number} to the agreement of the project “${about.title.en}” is in force; the grant is ${about.amount(amount).en}.`,
    }),
    share: shareOfPlan,
  }),
  tell(AgreementExtended, {
    says: ({ endsOn }, { title }) => ({
      fr: `La convention du projet « ${title.fr} » est prolongée jusqu’au ${dayInWords(endsOn).fr}.`,
      en: `The agreement of the project “${title.en}” is extended until ${dayInWords(endsOn).en}.`,
    }),
  }),
  tell(AgreementSuspended, {
    says: ({ until }, { title }) => ({
      fr: `La convention du projet « ${title.fr} » est suspendue${until === undefined ? '' : `, au plus tard jusqu’au ${dayInWords(until).fr}`}.`,
      en: `The agreement of the project “${title.en}” is suspended${until === undefined ? '' : `, until ${dayInWords(until).en} at the latest`}.`,
    }),
  }),
  tell(AgreementResumed, {
    says: (_, { title }) => ({
      fr: `La convention du projet « ${title.fr} » reprend.`,
      en: `The agreement of the project “${title.en}” is resumed.`,
    }),
  }),
  tell(AgreementTerminated, {
    says: ({ cause, returned }, about) => {
      const back = about.amount(returned.reduce((sum, { amount }) => sum + amount, 0));
      return {
        fr: `La convention du projet « ${about.title.fr} » est résiliée ${causeInWords[cause].fr} ; ${back.fr} reviennent à l’enveloppe.`,
        en: `The agreement of the project “${about.title.en}” is terminated ${causeInWords[cause].en}; ${back.en} return to the envelope.`,
      };
    },
    share: ({ returned }, funder) => shareIn(returned, funder),
  }),
];
