import { today } from '../../call/call.ts';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { accompanies, SupportGiven, SupportRecorded } from './support.ts';

export const recordSupport = projectCommand({
  name: 'record-support',
  says: { en: 'Record support given', fr: 'Consigner un accompagnement réalisé' },
  about:
    'Records support that the project was given: its kind, day and hours, by which accompanier, for which need or offer, and what it cost. It counts for the phase that the project is in.',
  data: SupportGiven,
  example: { kind: 'method', givenOn: '2027-09-14', hours: 6.5, cost: 78_000, detail: 'A workshop on the evaluation of the trials.' },
  refuses: ['project-not-running', 'support-in-the-future', 'accompanier-unknown', 'need-unknown', 'offer-unknown'],

  decide(state, { data, at }, known) {
    const { stage, phases, support } = state;
    const { accompanier, need, offer, givenOn } = data;
    if (!isRunning(stage) || !phases.current) return refuse('project-not-running', { stage });
    if (givenOn > today(known, at)) return refuse('support-in-the-future', { givenOn });
    if (accompanier !== undefined && !accompanies(state, accompanier)) return refuse('accompanier-unknown', { accompanier });
    if (need !== undefined && !support.needs[need]) return refuse('need-unknown', { need });
    if (offer !== undefined && !support.offers[offer]) return refuse('offer-unknown', { offer });
    return SupportRecorded({ ...data, phase: phases.current });
  },
});
