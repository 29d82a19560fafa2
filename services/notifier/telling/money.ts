import {
  CorrectionDecided,
  IrregularityClosed,
  IrregularityReported,
  PaymentRecorded,
  PhaseSettled,
  ProjectSettled,
  RecoveryOrdered,
  RecoveryPaid,
  RecoveryWaived,
  TrancheReleased,
  TrancheRequested,
} from '@jalon/domain/decisions';
import { correctionInWords, dayInWords, irregularityInWords, phaseInWords, trancheInWords, waiverInWords } from './in-words.ts';
import { shareIn, shareOf, type Told, tell } from './tell.ts';

const sumOf = (shares: readonly { readonly amount: number }[]): number => shares.reduce((sum, { amount }) => sum + amount, 0);

/** What is told of payments, balances, recoveries, corrections and irregularities. */
export const toldOfMoney: readonly Told[] = [
  tell(TrancheRequested, {
    says: ({ phase, kind, amount }, about) => ({
      fr: `Le projet « ${about.title.fr} » demande ${trancheInWords[kind].fr} de la phase ${phaseInWords[phase].fr} : ${about.amount(amount).fr}.`,
      en: `The project “${about.title.en}” asks for ${trancheInWords[kind].en} of the ${phaseInWords[phase].en} phase: ${about.amount(amount).en}.`,
    }),
    share: shareOf,
    when: ({ amount }) => amount > 0,
  }),
  // In the full procedure what the accountant paid is told by the day and reference of its payment.
  tell(TrancheReleased, {
    says: ({ phase, kind, amount }, about) => ({
      fr: `Mise en paiement au projet « ${about.title.fr} » : ${trancheInWords[kind].fr} de la phase ${phaseInWords[phase].fr}, ${about.amount(amount).fr}.`,
      en: `Payment released to the project “${about.title.en}”: ${trancheInWords[kind].en} of the ${phaseInWords[phase].en} phase, ${about.amount(amount).en}.`,
    }),
    share: shareOf,
    when: ({ amount }, { command }) => amount > 0 && command !== 'project/record-payment',
  }),
  tell(PaymentRecorded, {
    says: ({ phase, kind, amount, paidOn }, about) => ({
      fr: `Payé au projet « ${about.title.fr} » le ${dayInWords(paidOn).fr} : ${trancheInWords[kind].fr} de la phase ${phaseInWords[phase].fr}, ${about.amount(amount).fr}.`,
      en: `Paid to the project “${about.title.en}” on ${dayInWords(paidOn).en}: ${trancheInWords[kind].en} of the ${phaseInWords[phase].en} phase, ${about.amount(amount).en}.`,
    }),
    share: shareOf,
  }),
  tell(PhaseSettled, {
    says: ({ phase, due, balance }, about) => ({
      fr: `La phase ${phaseInWords[phase].fr} du projet « ${about.title.fr} » est soldée : l’aide est de ${about.amount(sumOf(due)).fr}, dont ${about.amount(sumOf(balance)).fr} restent à payer.`,
      en: `The ${phaseInWords[phase].en} phase of the project “${about.title.en}” is settled: the grant is ${about.amount(sumOf(due)).en}, of which ${about.amount(sumOf(balance)).en} are still to be paid.`,
    }),
    share: ({ due }, funder) => shareIn(due, funder),
  }),
  tell(ProjectSettled, {
    says: ({ due, unused }, about) => ({
      fr: `Le projet « ${about.title.fr} » est soldé : l’aide est de ${about.amount(sumOf(due)).fr}, et ${about.amount(sumOf(unused)).fr} ne sont pas utilisés.`,
      en: `The project “${about.title.en}” is settled: the grant is ${about.amount(sumOf(due)).en}, and ${about.amount(sumOf(unused)).en} are not used.`,
    }),
    share: ({ due }, funder) => shareIn(due, funder),
  }),
  tell(RecoveryOrdered, {
    says: ({ amount }, about) => ({
      fr: `Un reversement de ${about.amount(amount).fr} est demandé au porteur du projet « ${about.title.fr} ».`,
      en: `The holder of the project “${about.title.en}” is asked to pay ${about.amount(amount).en} back.`,
    }),
    share: shareOf,
  }),
  tell(RecoveryPaid, {
    says: ({ amount, paidOn }, about) => ({
      fr: `Le porteur du projet « ${about.title.fr} » a reversé ${about.amount(amount).fr} le ${dayInWords(paidOn).fr}.`,
      en: `The holder of the project “${about.title.en}” paid ${about.amount(amount).en} back on ${dayInWords(paidOn).en}.`,
    }),
    share: shareOf,
  }),
  tell(RecoveryWaived, {
    says: ({ amount, ground }, about) => ({
      fr: `Un reversement de ${about.amount(amount).fr} du projet « ${about.title.fr} » est abandonné : ${waiverInWords[ground].fr}.`,
      en: `A recovery of ${about.amount(amount).en} on the project “${about.title.en}” is waived: ${waiverInWords[ground].en}.`,
    }),
    share: shareOf,
  }),
  tell(CorrectionDecided, {
    says: ({ mode, shares, phase }, about) => ({
      fr: `Correction financière de ${about.amount(sumOf(shares)).fr} sur la phase ${phaseInWords[phase].fr} du projet « ${about.title.fr} », ${correctionInWords[mode].fr}.`,
      en: `Financial correction of ${about.amount(sumOf(shares)).en} on the ${phaseInWords[phase].en} phase of the project “${about.title.en}”, ${correctionInWords[mode].en}.`,
    }),
    share: shareOf,
    when: ({ mode }) => mode !== 'none',
  }),
  // Whom an irregularity is told to stands in the decision; how it ends is told to those who may have been.
  tell(IrregularityReported, {
    says: ({ irregularity, shares }, about) => ({
      fr: `Une irrégularité (« ${irregularity} ») est signalée sur le projet « ${about.title.fr} » ; elle porte sur ${about.amount(sumOf(shares)).fr}.`,
      en: `An irregularity (“${irregularity}”) is reported on the project “${about.title.en}”; it concerns ${about.amount(sumOf(shares)).en}.`,
    }),
    share: shareOf,
    to: ({ toBeTold }, { funder }) => toBeTold.includes(funder),
  }),
  tell(IrregularityClosed, {
    says: ({ irregularity, outcome }, { title }) => ({
      fr: `L’irrégularité « ${irregularity} » du projet « ${title.fr} » est close : ${irregularityInWords[outcome].fr}.`,
      en: `The irregularity “${irregularity}” on the project “${title.en}” is closed: ${irregularityInWords[outcome].en}.`,
    }),
    to: (_, { kind }) => kind === 'european',
  }),
];
