import type { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { HypothesisConcluded, underTest } from './experiment.ts';
import { Conclusion } from './protocol.ts';

/** Validated says that every criterion is met, refuted that one is not; inconclusive leaves all open. */
function contradicts({ result, criteria }: z.output<typeof Conclusion>): boolean {
  if (result === 'validated') return criteria.some(({ found }) => found !== 'met');
  return result === 'refuted' && criteria.every(({ found }) => found !== 'not-met');
}

export const concludeHypothesis = projectCommand({
  name: 'conclude-hypothesis',
  says: { en: 'Conclude a hypothesis', fr: 'Conclure sur une hypothèse' },
  about:
    'Step 5: what the observations of the cycle say of each criterion, and so of the hypothesis: validated, refuted or inconclusive, with reasons. Each is a result; one that is inconclusive can be tested again.',
  data: Conclusion,
  example: {
    protocol: 'trial-workshops',
    hypothesis: 'neighbours-come',
    result: 'validated',
    criteria: [{ criterion: 'attendance', found: 'met' }],
    reasons: 'Between eleven and nineteen inhabitants came to each workshop.',
  },
  refuses: [
    'project-not-running',
    'hypothesis-not-under-test',
    'hypothesis-already-concluded',
    'hypothesis-not-observed',
    'criteria-not-answered',
    'result-against-criteria',
  ],

  decide({ stage, experiment }, { data }) {
    const { protocol, hypothesis, result } = data;
    if (!isRunning(stage)) return refuse('project-not-running', { stage });
    const tested = underTest(experiment, protocol, hypothesis);
    if (!tested) return refuse('hypothesis-not-under-test', { hypothesis });
    if (tested.standing.result) return refuse('hypothesis-already-concluded', { hypotheses: [hypothesis] });
    if (tested.standing.observed === 0) return refuse('hypothesis-not-observed', { hypothesis });
    const answered = data.criteria.map(({ criterion }) => criterion);
    const open = tested.standing.criteria.filter((criterion) => !answered.includes(criterion));
    const surplus = answered.filter((criterion, index) => !tested.standing.criteria.includes(criterion) || answered.indexOf(criterion) !== index);
    if (open.length + surplus.length > 0) return refuse('criteria-not-answered', { criteria: [...open, ...surplus] });
    if (contradicts(data)) return refuse('result-against-criteria', { result });
    return HypothesisConcluded({ ...data, cycle: tested.cycle });
  },
});
