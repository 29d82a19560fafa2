import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { ProjectCompleted } from './phases.ts';

export const completeProject = projectCommand({
  name: 'complete-project',
  says: { en: 'Complete the project', fr: 'Achever le projet' },
  about:
    'Ends a project that left by a gate, or that is in its last phase, with what it shares of its results. The SRL that it reached is part of the record; none is a failure.',
  data: z.strictObject({ results: Prose }),
  example: { results: 'Protocol, observations and training material are published under an open licence.' },
  refuses: ['project-not-closing', 'phase-entry-awaited', 'srl-review-open', 'tranche-awaits-release'],

  decide({ stage, phases, srl, tranches }, { data: { results } }) {
    if (stage !== 'closing' && stage !== 'institutionalisation') return refuse('project-not-closing', { stage });
    if (phases.cleared) return refuse('phase-entry-awaited', { phase: phases.cleared.phase });
    if (srl.open) return refuse('srl-review-open', { review: srl.open.review });
    const waiting = Object.keys(tranches).filter((name) => tranches[name]!.requested && !tranches[name]!.released);
    if (waiting.length > 0) return refuse('tranche-awaits-release', { tranches: waiting });
    const { concluded } = srl;
    return ProjectCompleted({
      outcome: stage === 'closing' ? 'results-shared' : 'completed',
      ...(concluded && { srl: { reached: concluded.reached, consolidated: concluded.consolidated } }),
      results,
    });
  },
});
