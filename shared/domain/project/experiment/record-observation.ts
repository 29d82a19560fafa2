import { today } from '../../call/call.ts';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { ObservationRecorded, underTest } from './experiment.ts';
import { Observation } from './protocol.ts';

export const recordObservation = projectCommand({
  name: 'record-observation',
  says: { en: 'Record an observation', fr: 'Consigner une observation' },
  about: 'Step 4: what was seen of a hypothesis that the cycle under way tests, on which day, with the files that show it.',
  data: Observation,
  example: {
    protocol: 'trial-workshops',
    hypothesis: 'neighbours-come',
    observedOn: '2028-03-14',
    observation: 'Fourteen inhabitants came, nine for the first time.',
    attachments: [],
  },
  refuses: ['project-not-running', 'hypothesis-not-under-test', 'hypothesis-already-concluded', 'observed-in-the-future'],

  decide({ stage, experiment }, { data, at }, known) {
    const { protocol, hypothesis, observedOn } = data;
    if (!isRunning(stage)) return refuse('project-not-running', { stage });
    const tested = underTest(experiment, protocol, hypothesis);
    if (!tested) return refuse('hypothesis-not-under-test', { hypothesis });
    if (tested.standing.result) return refuse('hypothesis-already-concluded', { hypotheses: [hypothesis] });
    if (observedOn > today(known, at)) return refuse('observed-in-the-future', { observedOn });
    return ObservationRecorded({ ...data, cycle: tested.cycle });
  },
});
