import { type DecisionType, endingInWords, type Text } from '@jalon/domain';
import {
  AgreementLapsed,
  AgreementSigned,
  ApplicationSelected,
  CallPublished,
  FundingDeclined,
  FundingGranted,
  GateDecided,
  GrantAwarded,
  MilestoneAssessed,
  PhaseEntered,
  ProjectCompleted,
  SelectionConcluded,
  SrlReviewConcluded,
  SrlReviewMissed,
  TrancheReleased,
  TrancheRequested,
} from '@jalon/domain/decisions';
import { dayInWords, gateInWords, milestoneInWords, phaseInWords, trancheInWords } from './in-words.ts';

/** What a sentence may name beside the decision itself. */
export interface About {
  /** The title of the project or the call that was decided on. */
  readonly title: Text;
  /** The name of a funder of the programme. */
  readonly funder: (id: string) => Text;
  /** An amount of cents in the programme's currency. */
  readonly amount: (cents: number) => Text;
}

interface Words<Data> {
  readonly says: (data: Data, about: About) => Text;
  /** What of the amounts that were decided a funder bears, in cents; undefined where none was, or none is its. */
  readonly share?: (data: Data, funder: string) => number | undefined;
  /** What has to stand beside it, such as an attribution. */
  readonly note?: (data: Data) => string;
}

/** A type of decision that is told to funders, with its words. */
export interface Told {
  readonly type: DecisionType;
  readonly words: Words<unknown>;
}

/** The words get the data of their type: it was read by that type, and raised to its present shape. */
const tell = <Data>(type: DecisionType<string, Data>, words: Words<Data>): Told => ({ type: type as DecisionType, words: words as Words<unknown> });

type Shares = readonly { readonly funder: string; readonly amount: number }[];
const shareOf = ({ shares }: { readonly shares: Shares }, funder: string): number | undefined =>
  shares.find((share) => share.funder === funder)?.amount;
const ownAmount = (data: { readonly funder: string; readonly amount: number }, funder: string) => (data.funder === funder ? data.amount : undefined);

/**
 * Every type of decision that is worth telling to a funder: calls to which it gives, and projects from their selection on. Drafts and reviews never are;
 * no sentence holds evidence, reports or reasons.
 */
const told: readonly Told[] = [
  tell(CallPublished, {
    says: (_, { title }) => ({ fr: `L’appel « ${title.fr} » est publié.`, en: `The call “${title.en}” is published.` }),
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
  tell(ApplicationSelected, {
    says: ({ rank, amount }, about) => ({
      fr: `Le projet « ${about.title.fr} » est sélectionné au rang ${rank} pour ${about.amount(amount).fr} ; chaque financeur décide maintenant de sa part.`,
      en: `The project “${about.title.en}” is selected at rank ${rank} for ${about.amount(amount).en}; each funder now decides on its share.`,
    }),
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
  tell(AgreementSigned, {
    says: ({ signedOn, amount }, about) => ({
      fr: `La convention du projet « ${about.title.fr} » est signée le ${dayInWords(signedOn).fr}, pour ${about.amount(amount).fr}.`,
      en: `The agreement of the project “${about.title.en}” was signed on ${dayInWords(signedOn).en}, for ${about.amount(amount).en}.`,
    }),
    share: ({ plan }, funder) => plan.reduce((sum, { shares }) => sum + (shareOf({ shares }, funder) ?? 0), 0),
  }),
  tell(AgreementLapsed, {
    says: (_, { title }) => ({
      fr: `La convention du projet « ${title.fr} » n’a pas été signée à temps : l’attribution est caduque, les sommes retournent à l’enveloppe.`,
      en: `The agreement of the project “${title.en}” was not signed in time: the award has lapsed, and the money returns to the envelope.`,
    }),
  }),
  tell(PhaseEntered, {
    says: ({ phase, by }, { title }) => ({
      fr: `Le projet « ${title.fr} » ${by === 'return' ? 'revient en' : 'entre en'} phase ${phaseInWords[phase].fr}.`,
      en: `The project “${title.en}” ${by === 'return' ? 'goes back to' : 'enters'} the ${phaseInWords[phase].en} phase.`,
    }),
  }),
  tell(MilestoneAssessed, {
    says: ({ milestone, outcome }, { title }) => ({
      fr: `Le jalon « ${milestone} » du projet « ${title.fr} » ${milestoneInWords[outcome].fr}.`,
      en: `The milestone “${milestone}” of the project “${title.en}” ${milestoneInWords[outcome].en}.`,
    }),
  }),
  tell(SrlReviewConcluded, {
    says: ({ review, reached, consolidated }, { title }) => ({
      fr: `La revue SRL n° ${review} du projet « ${title.fr} » est conclue : niveau ${reached} atteint, niveau ${consolidated} consolidé.`,
      en: `SRL review no. ${review} of the project “${title.en}” is concluded: level ${reached} reached, level ${consolidated} consolidated.`,
    }),
    note: ({ scale }) => scale,
  }),
  tell(SrlReviewMissed, {
    says: ({ review }, { title }) => ({
      fr: `La revue SRL n° ${review} du projet « ${title.fr} » n’a pas été conclue avant que la suivante soit due.`,
      en: `SRL review no. ${review} of the project “${title.en}” was not concluded before the next one was due.`,
    }),
  }),
  tell(GateDecided, {
    says: ({ outcome, from }, { title }) => ({
      fr: `Passage de phase du projet « ${title.fr} » (phase ${phaseInWords[from].fr}) : ${gateInWords[outcome].fr}.`,
      en: `Gate of the project “${title.en}” (${phaseInWords[from].en} phase): ${gateInWords[outcome].en}.`,
    }),
  }),
  tell(TrancheRequested, {
    says: ({ phase, kind, amount }, about) => ({
      fr: `Le projet « ${about.title.fr} » demande ${trancheInWords[kind].fr} de la phase ${phaseInWords[phase].fr} : ${about.amount(amount).fr}.`,
      en: `The project “${about.title.en}” asks for ${trancheInWords[kind].en} of the ${phaseInWords[phase].en} phase: ${about.amount(amount).en}.`,
    }),
    share: shareOf,
  }),
  tell(TrancheReleased, {
    says: ({ phase, kind, amount }, about) => ({
      fr: `Mise en paiement au projet « ${about.title.fr} » : ${trancheInWords[kind].fr} de la phase ${phaseInWords[phase].fr}, ${about.amount(amount).fr}.`,
      en: `Payment released to the project “${about.title.en}”: ${trancheInWords[kind].en} of the ${phaseInWords[phase].en} phase, ${about.amount(amount).en}.`,
    }),
    share: shareOf,
  }),
  tell(ProjectCompleted, {
    says: (data, { title }) => ({
      fr: `Le projet « ${title.fr} » prend fin. ${endingInWords(data).fr}.`,
      en: `The project “${title.en}” has ended. ${endingInWords(data).en}.`,
    }),
  }),
];

/** The types of decision that are told, by name. */
export const toldDecisions: ReadonlyMap<string, Told> = new Map(told.map((one) => [one.type.type, one]));
