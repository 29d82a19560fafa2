import { endingInWords } from '@jalon/domain';
import {
  GateConditionConfirmed,
  GateDecided,
  MilestoneAssessed,
  OverlapBegun,
  PhaseEntered,
  ProjectCompleted,
  ResultsShared,
  SrlReviewConcluded,
  SrlReviewMissed,
} from '@jalon/domain/decisions';
import { gateInWords, milestoneInWords, partInWords, phaseInWords } from './in-words.ts';
import { type Told, tell } from './tell.ts';

/** What is told of a project's course: phases, gates, milestones, its place on the SRL scale, its end. */
export const toldOfCourse: readonly Told[] = [
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
  tell(GateConditionConfirmed, {
    says: ({ condition, outcome }, { title }) => ({
      fr: `La condition n° ${condition} du passage de phase du projet « ${title.fr} » ${outcome === 'met' ? 'est remplie' : 'n’est pas remplie'}.`,
      en: `Condition no. ${condition} of the gate of the project “${title.en}” ${outcome === 'met' ? 'is met' : 'is not met'}.`,
    }),
  }),
  tell(OverlapBegun, {
    says: ({ phase, part }, { title }) => ({
      fr: `Le projet « ${title.fr} » commence des travaux de la phase ${phaseInWords[phase].fr} avant son passage ; ${partInWords(part).fr} des sommes de cette phase sont engagés.`,
      en: `The project “${title.en}” begins work of the ${phaseInWords[phase].en} phase before its gate; ${partInWords(part).en} of the money of that phase is committed.`,
    }),
  }),
  tell(ResultsShared, {
    says: ({ results }, { title }) => ({
      fr: `Le projet « ${title.fr} » partage ses résultats : ${results.length} publication(s).`,
      en: `The project “${title.en}” shares its results: ${results.length} publication(s).`,
    }),
  }),
  tell(ProjectCompleted, {
    says: (data, { title }) => ({
      fr: `Le projet « ${title.fr} » prend fin. ${endingInWords(data).fr}.`,
      en: `The project “${title.en}” has ended. ${endingInWords(data).en}.`,
    }),
  }),
];
