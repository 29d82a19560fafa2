import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { backToEnvelope } from '../agreement/termination.ts';
import { aidLowered } from '../funding/aid-of-award.ts';
import { openAccounts, openAccountsRefusals } from '../payments/open-accounts.ts';
import { unusedOf } from '../payments/recovery/reckoning.ts';
import { type Project, projectCommand } from '../project.ts';
import { ProjectCompleted } from './phases.ts';

/** How a project ends: in its last phase, by the gate that it left through, or with its agreement. */
function outcomeOf({ stage, agreement }: Project): 'completed' | 'results-shared' | 'withdrawn' | 'terminated' {
  if (stage !== 'closing') return 'completed';
  if (!agreement?.terminated) return 'results-shared';
  return agreement.terminated.cause === 'holder-withdrew' ? 'withdrawn' : 'terminated';
}

const because = { 'results-shared': 'early-exit', withdrawn: 'withdrawn', terminated: 'terminated' } as const;

/** What an early end gives back to the envelope, by funder; nothing where the accounts were settled, which gave it back then. */
function givenBack(state: Project, id: string) {
  const outcome = outcomeOf(state);
  if (outcome === 'completed' || state.settlements.whole) return [];
  const unused = unusedOf(state).filter(({ amount }) => amount > 0);
  return [
    ...backToEnvelope(state, id, unused, because[outcome]),
    ...aidLowered(state, id, unused, 'The project ended early: less of the award was used.'),
  ];
}

export const completeProject = projectCommand({
  name: 'complete-project',
  says: { en: 'Complete the project', fr: 'Achever le projet' },
  about:
    'Ends a project that left by a gate, whose agreement ended, or that is in its last phase, with what it shares of its results. What an early end leaves of the award returns to the envelope of the call. The SRL that it reached is part of the record; none is a failure.',
  data: z.strictObject({ results: Prose }),
  example: { results: 'Protocol, observations and training material are published under an open licence.' },
  refuses: ['project-not-closing', 'phase-entry-awaited', 'srl-review-open', 'tranche-awaits-release', ...openAccountsRefusals],
  ruleVersion: 2,

  decide(state, { id, data: { results } }, known) {
    const { stage, phases, srl, tranches } = state;
    if (stage !== 'closing' && stage !== 'institutionalisation') return refuse('project-not-closing', { stage });
    if (phases.cleared) return refuse('phase-entry-awaited', { phase: phases.cleared.phase });
    if (srl.open) return refuse('srl-review-open', { review: srl.open.review });
    const waiting = Object.keys(tranches).filter((name) => tranches[name]!.requested && !tranches[name]!.released);
    if (waiting.length > 0) return refuse('tranche-awaits-release', { tranches: waiting });
    const open = openAccounts(state, known);
    if (open) return open;
    const { concluded } = srl;
    const completed = ProjectCompleted({
      outcome: outcomeOf(state),
      ...(concluded && { srl: { reached: concluded.reached, consolidated: concluded.consolidated } }),
      results,
    });
    return [completed, ...givenBack(state, id)];
  },
});
