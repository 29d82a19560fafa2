import { describe, expect, it } from 'vitest';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { pilotReviewed, srlFound, withGates } from '../../testing/gate-stories.ts';
import { inConcept, inInstitutionalisation, readyForPilot, signed } from '../../testing/stories.ts';
import { AgreementTerminated } from '../agreement/agreement.ts';
import { termination } from '../agreement/termination.ts';
import { requestTranche } from '../funding/request-tranche.ts';
import { TrancheRequested } from '../funding/tranches.ts';
import { declareExpenditure } from '../payments/expenditure/declare-expenditure.ts';
import { project } from '../project.ts';
import { AccompanierNamed } from '../support/support.ts';
import { beginOverlap } from './begin-overlap.ts';
import { GateDecided, OverlapBegun, PhaseEntered } from './phases.ts';

const administrator = by('administrator');
const hanna = by('hanna');
const reasons = 'The demonstrator can be prepared.';
const overlapping = (world: World, overlap = 3_000) => withGates(world, { overlap });
const allowed = overlapping(readyForPilot);
const begun = OverlapBegun({ phase: 'pilot', part: 3_000, review: 1, by: 'administrator', reasons });
const gate = (outcome: 'passage' | 'consolidation' | 'pause', to?: 'pilot') =>
  GateDecided({ outcome, from: 'concept', reasons, conditions: [], review: 1, ...(to && { to }) });

describe('begin-overlap', () => {
  it('begins at the level that two phases share, with the part that the policy allows', async () => {
    await allowed.when(beginOverlap, administrator, { reasons }).decides(begun);
    await overlapping(pilotReviewed, 1)
      .when(beginOverlap, administrator, { reasons })
      .decides(OverlapBegun({ phase: 'institutionalisation', part: 1, review: 2, by: 'administrator', reasons }));
  });

  it('is not allowed by default', () => readyForPilot.when(beginOverlap, administrator, { reasons }).refuses('overlap-not-allowed'));

  it('waits for level 4, or 7, but not for what is consolidated', async () => {
    const found = (reached: number, consolidated: number) =>
      overlapping(inConcept)
        .at('2027-12-07T10:00:00Z')
        .and(...srlFound(1, 'concept', reached, consolidated));
    await found(3, 3).when(beginOverlap, administrator, { reasons }).refuses('overlap-level-not-reached', { phase: 'pilot', level: 4, reached: 3 });
    await found(4, 0).when(beginOverlap, administrator, { reasons }).decides(begun);
    const pilot = overlapping(pilotReviewed).and(...srlFound(3, 'pilot', 6, 6));
    await pilot.when(beginOverlap, administrator, { reasons }).refuses('overlap-level-not-reached', { phase: 'institutionalisation', level: 7 });
  });

  it('rests on a review on which no gate was decided yet', async () => {
    await overlapping(inConcept).when(beginOverlap, administrator, { reasons }).refuses('srl-review-missing');
    await allowed.and(gate('consolidation')).when(beginOverlap, administrator, { reasons }).refuses('srl-review-missing');
    const again = allowed
      .and(gate('consolidation'))
      .at('2028-03-07T10:00:00Z')
      .and(...srlFound(2, 'concept', 4, 3));
    await again.when(beginOverlap, administrator, { reasons }).decides(OverlapBegun({ ...begun.data, review: 2 }));
  });

  it('is once, before the gate, while nothing is paused, and there is a next phase', async () => {
    await allowed.and(begun).when(beginOverlap, administrator, { reasons }).refuses('overlap-already-begun', { phase: 'pilot' });
    await allowed.and(gate('passage', 'pilot')).when(beginOverlap, administrator, { reasons }).refuses('phase-entry-awaited');
    await allowed.and(gate('pause')).when(beginOverlap, administrator, { reasons }).refuses('project-paused');
    await overlapping(inInstitutionalisation).when(beginOverlap, administrator, { reasons }).refuses('last-phase');
    await overlapping(signed).when(beginOverlap, administrator, { reasons }).refuses('not-in-a-phase');
  });

  it('is neither for the holder nor for whoever accompanies the project', async () => {
    await allowed.when(beginOverlap, hanna, { reasons }).refuses('not-by-the-holder');
    await allowed
      .and(AccompanierNamed({ accompanier: 'ana' }))
      .when(beginOverlap, by('ana'), { reasons })
      .refuses('accompanies-the-project');
  });
});

describe('an overlap', () => {
  const inOverlap = allowed.and(begun);
  const advance = { kind: 'advance', phase: 'pilot' } as const;
  const shares = [
    { funder: 'region', amount: 1_080_000 },
    { funder: 'esf', amount: 720_000 },
  ];
  const asked = TrancheRequested({ phase: 'pilot', kind: 'advance', amount: 1_800_000, shares });

  it('commits its part of the next phase’s money, and no more', async () => {
    await inOverlap.when(requestTranche, hanna, advance).decides(asked);
    const less = overlapping(readyForPilot, 2_999).and(OverlapBegun({ ...begun.data, part: 2_999 }));
    await less.when(requestTranche, hanna, advance).refuses('overlap-spent', { phase: 'pilot', part: 2_999 });
    const spent = allowed.and(OverlapBegun({ ...begun.data, part: 6_999 }), asked, { ...asked, type: 'tranche-released' });
    await spent.when(requestTranche, hanna, { ...advance, kind: 'instalment' }).refuses('overlap-spent');
  });

  it('lets its work be declared', async () => {
    const { lines } = declareExpenditure.example;
    const declared = await inOverlap.at('2028-01-10T10:00:00Z').when(declareExpenditure, hanna, { phase: 'pilot', lines }).after();
    expect(Object.values(declared.state(project).expenditure).map(({ phase }) => phase)).toEqual(['pilot']);
    await allowed.at('2028-01-10T10:00:00Z').when(declareExpenditure, hanna, { phase: 'pilot', lines }).refuses('phase-not-entered');
  });

  it('ends with the gate, whatever it decides', async () => {
    await inOverlap.and(gate('consolidation')).when(requestTranche, hanna, advance).refuses('phase-not-entered');
    const passed = inOverlap.and(gate('passage', 'pilot'));
    expect(passed.state(project).phases.overlap).toBeUndefined();
    await passed
      .and(PhaseEntered({ phase: 'pilot', by: 'passage' }))
      .when(requestTranche, hanna, advance)
      .decides(asked);
  });

  it('keeps what it drew in the plan of an agreement that ends before the gate', () => {
    const state = inOverlap.and(asked).state(project);
    const [ended] = termination(state, 'repair', { cause: 'common-accord', reasons });
    const { plan } = AgreementTerminated.data.parse((ended as { data: unknown }).data);
    expect(plan.map(({ phase, kind }) => `${phase} ${kind}`)).toEqual(['concept advance', 'concept instalment', 'concept balance', 'pilot advance']);
  });
});
