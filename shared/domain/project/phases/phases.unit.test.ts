import { describe, expect, it } from 'vitest';
import { AwardReturned } from '../../call/selection.ts';
import { on } from '../../kernel/command.ts';
import { by } from '../../kernel/testing/given-when-then.ts';
import { inConcept, inInstitutionalisation, inPilot, readyForPilot, shares, signed, submitted } from '../../testing/stories.ts';
import { TrancheRequested } from '../funding/tranches.ts';
import { project } from '../project.ts';
import { SRL_SCALE } from '../srl/scale.ts';
import { SrlReviewConcluded, SrlReviewOpened } from '../srl/srl.ts';
import { completeProject } from './complete-project.ts';
import { decideGate } from './decide-gate.ts';
import { endingInWords } from './ending.ts';
import { enterPhase } from './enter-phase.ts';
import { GateDecided, PhaseEntered, ProjectCompleted } from './phases.ts';

const chair = by('chair');
const administrator = by('administrator');
const reasons = 'As the committee found.';
const decided = { conditions: [], reasons };
const opened = SrlReviewOpened({ review: 2, phase: 'concept', dueOn: '2028-01-06', lapsesOn: '2028-06-07' });
const finding = (reached: number, consolidated: number) =>
  SrlReviewConcluded({ review: 2, scale: SRL_SCALE, claimed: 7, reached, consolidated, consolidationPlan: [] });

describe('enter-phase', () => {
  it('begins with the concept, after signature', () =>
    signed.when(enterPhase, administrator, { phase: 'concept' }).decides(PhaseEntered({ phase: 'concept', by: 'signature' })));

  it('does not skip a phase', () => signed.when(enterPhase, administrator, { phase: 'pilot' }).refuses('phase-not-cleared'));

  it('does not go on without a gate', () => inConcept.when(enterPhase, administrator, { phase: 'pilot' }).refuses('phase-not-cleared'));

  it('goes back only after a gate that returned', async () => {
    await inPilot.when(enterPhase, administrator, { phase: 'concept' }).refuses('phase-not-cleared');
    const returned = inPilot.and(GateDecided({ ...decided, outcome: 'return', from: 'pilot', to: 'concept' }));
    await returned.when(enterPhase, administrator, { phase: 'concept' }).decides(PhaseEntered({ phase: 'concept', by: 'return' }));
  });

  it('is done once for each gate', () => inConcept.when(enterPhase, administrator, { phase: 'concept' }).refuses('phase-not-cleared'));
});

describe('decide-gate', () => {
  const passage = { outcome: 'passage', reasons } as const;

  it('passes to the pilot with SRL 4 reached and 3 consolidated', () =>
    readyForPilot.when(decideGate, chair, passage).decides(GateDecided({ ...decided, outcome: 'passage', from: 'concept', to: 'pilot', review: 1 })));

  it.each([
    ['3 reached', 3, 3],
    ['2 consolidated', 4, 2],
  ])('refuses passage with only SRL %s', (_, reached, consolidated) =>
    inConcept.and(opened, finding(reached, consolidated)).when(decideGate, chair, passage).refuses('srl-below-gate'),
  );

  it('goes by the last review, also when an earlier one found more', () =>
    readyForPilot.and(opened, finding(3, 3)).when(decideGate, chair, passage).refuses('srl-below-gate', { reached: 3, consolidated: 3 }));

  it('refuses passage before a review of this phase', async () => {
    await inConcept.when(decideGate, chair, passage).refuses('srl-review-missing');
    await inPilot.when(decideGate, chair, passage).refuses('srl-review-missing');
  });

  it('passes under conditions that are named', async () => {
    await readyForPilot.when(decideGate, chair, { outcome: 'conditional', reasons }).refuses('conditions-missing');
    const conditions = [{ text: 'Sign the partnership.', dueOn: '2028-03-31' }];
    await readyForPilot
      .when(decideGate, chair, { outcome: 'conditional', reasons, conditions })
      .decides(GateDecided({ outcome: 'conditional', from: 'concept', to: 'pilot', reasons, conditions, review: 1 }));
  });

  it('holds the floors under conditions too', () =>
    inConcept
      .and(opened, finding(3, 3))
      .when(decideGate, chair, { outcome: 'conditional', reasons, conditions: ['Reach level 4.'] })
      .refuses('srl-below-gate'));

  it('names an earlier phase to return to', async () => {
    await inPilot.when(decideGate, chair, { outcome: 'return', reasons }).refuses('earlier-phase-needed');
    await inPilot.when(decideGate, chair, { outcome: 'return', reasons, to: 'pilot' }).refuses('earlier-phase-needed');
    await inPilot
      .when(decideGate, chair, { outcome: 'return', reasons, to: 'concept' })
      .decides(GateDecided({ ...decided, outcome: 'return', from: 'pilot', to: 'concept' }));
  });

  it('keeps the project in its phase to consolidate', async () => {
    const consolidating = await inPilot.when(decideGate, chair, { outcome: 'consolidation', reasons }).after();
    expect(consolidating.state(project)).toMatchObject({ stage: 'pilot', phases: { lastGate: { outcome: 'consolidation' } } });
  });

  it('lets a project leave with its results shared', async () => {
    const left = await inPilot.when(decideGate, chair, { outcome: 'exit-with-shared-results', reasons }).after();
    expect(left.state(project).stage).toBe('closing');
  });

  it('does not let it leave while an SRL review is open', () =>
    inPilot.and(opened).when(decideGate, chair, { outcome: 'exit-with-shared-results', reasons }).refuses('srl-review-open'));

  it('leads nowhere from the last phase', () => inInstitutionalisation.when(decideGate, chair, passage).refuses('last-phase'));

  it('is decided once before the phase is entered', () =>
    readyForPilot
      .and(GateDecided({ ...decided, outcome: 'passage', from: 'concept', to: 'pilot' }))
      .when(decideGate, chair, passage)
      .refuses('phase-entry-awaited'));

  it('is not for the holder', () => readyForPilot.when(decideGate, by('hanna'), passage).refuses('not-by-the-holder'));

  it('is for projects in a phase', () => submitted.when(decideGate, chair, passage).refuses('not-in-a-phase'));
});

describe('complete-project', () => {
  const results = { results: 'All that was learned is published.' };
  const leaving = inPilot.and(GateDecided({ ...decided, outcome: 'exit-with-shared-results', from: 'pilot' }));

  it('ends the last phase with the SRL of the last review', () =>
    inInstitutionalisation
      .when(completeProject, administrator, results)
      .decides(ProjectCompleted({ outcome: 'completed', srl: { reached: 7, consolidated: 6 }, ...results })));

  it('ends a project that left earlier', () =>
    leaving
      .when(completeProject, administrator, results)
      .decides(
        ProjectCompleted({ outcome: 'results-shared', srl: { reached: 4, consolidated: 3 }, ...results }),
        on('call-spring', AwardReturned({ application: 'repair', shares, because: 'early-exit' })),
      ));

  it('waits for a gate in the phases before', () => inPilot.when(completeProject, administrator, results).refuses('project-not-closing'));

  it('waits for a return that was decided', () =>
    inInstitutionalisation
      .and(GateDecided({ ...decided, outcome: 'return', from: 'institutionalisation', to: 'pilot' }))
      .when(completeProject, administrator, results)
      .refuses('phase-entry-awaited'));

  it('waits for an SRL review that is open', () =>
    inInstitutionalisation.and(opened).when(completeProject, administrator, results).refuses('srl-review-open'));

  it('waits for payments that were requested', () =>
    leaving
      .and(TrancheRequested({ phase: 'pilot', kind: 'advance', amount: 1, shares: [{ funder: 'region', amount: 1 }] }))
      .when(completeProject, administrator, results)
      .refuses('tranche-awaits-release', { tranches: ['pilot-advance'] }));
});

describe('the words for an ending', () => {
  const endings = (['completed', 'results-shared', 'withdrawn', 'terminated'] as const).flatMap((outcome) => [
    endingInWords({ outcome }),
    ...[0, 1, 5, 6, 8, 9].map((reached) => endingInWords({ outcome, srl: { reached, consolidated: 0 } })),
  ]);

  it('never call it a failure', () => {
    for (const { en, fr } of endings) expect(`${en} ${fr}`).not.toMatch(/fail|unsuccess|abandon|échec|échou|insuffi/i);
  });

  it('say how far the project came', () =>
    expect(endingInWords({ outcome: 'results-shared', srl: { reached: 6, consolidated: 5 } }).en).toBe('Ended at SRL 6, results shared'));
});
