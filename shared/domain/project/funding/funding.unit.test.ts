import { describe, expect, it } from 'vitest';
import { call } from '../../call/call.ts';
import { on } from '../../kernel/command.ts';
import { by } from '../../kernel/testing/given-when-then.ts';
import { awarded, inConcept, inPilot, returned, selected, shares, signed, submitted } from '../../testing/stories.ts';
import { GateDecided } from '../phases/phases.ts';
import { project } from '../project.ts';
import { decideFunding } from './decide-funding.ts';
import { FundingDeclined, FundingGranted, GrantAwarded } from './funding.ts';
import { releaseTranche } from './release-tranche.ts';
import { requestTranche } from './request-tranche.ts';
import { TrancheReleased, TrancheRequested } from './tranches.ts';

const officer = by('officer');
const hanna = by('hanna');
const accountant = by('accountant');

describe('decide-funding', () => {
  const byRegion = FundingGranted({ funder: 'region', amount: 6_000_000 });

  it('is each funder’s own decision, for its share', () =>
    selected.when(decideFunding, officer, { funder: 'region', outcome: 'granted' }).decides(byRegion));

  it('makes the award whole when the last has granted', async () => {
    const both = await selected.and(byRegion).when(decideFunding, officer, { funder: 'esf', outcome: 'granted' }).after();
    expect(both.past.slice(-2).map(({ decision }) => decision)).toEqual([
      FundingGranted({ funder: 'esf', amount: 4_000_000 }),
      GrantAwarded({ amount: 10_000_000, shares }),
    ]);
    expect(both.state(project).stage).toBe('agreement');
  });

  it('refuses the project when one declines, and the whole award returns to the envelope', async () => {
    const asked = selected.and(byRegion).when(decideFunding, officer, { funder: 'esf', outcome: 'declined', reasons: 'Outside its programme.' });
    await asked.decides(
      FundingDeclined({ funder: 'esf', amount: 4_000_000, reasons: 'Outside its programme.' }),
      on('call-spring', returned('funding-declined')),
    );
    const declined = await asked.after();
    expect(declined.state(project).stage).toBe('refused');
    expect(declined.state(call, 'call-spring').committed).toEqual({ region: 0, esf: 0 });
  });

  it('is declined with reasons', () => selected.when(decideFunding, officer, { funder: 'esf', outcome: 'declined' }).refuses('reasons-missing'));

  it('refuses a funder that bears no share', () =>
    selected.when(decideFunding, officer, { funder: 'foundation', outcome: 'granted' }).refuses('not-its-funder'));

  it('is decided once by each', () =>
    selected.and(byRegion).when(decideFunding, officer, { funder: 'region', outcome: 'granted' }).refuses('funding-already-decided'));

  it('waits for the selection', () =>
    submitted.when(decideFunding, officer, { funder: 'region', outcome: 'granted' }).refuses('funding-not-awaited'));
});

const tranche = (phase: 'concept' | 'pilot', kind: 'advance' | 'instalment' | 'balance', region: number, esf: number) => ({
  phase,
  kind,
  amount: region + esf,
  shares: [
    { funder: 'region', amount: region },
    { funder: 'esf', amount: esf },
  ],
});
const conceptAdvance = tranche('concept', 'advance', 360_000, 240_000);
const requested = inConcept.record(hanna, { stream: 'project-repair', decision: TrancheRequested(conceptAdvance) });
const advancePaid = requested.and(TrancheReleased(conceptAdvance));
const gate = { from: 'concept' as const, conditions: [], reasons: 'As found.' };

describe('request-tranche', () => {
  it('asks for 30 % of the 20 % that the concept phase has, by funder', () =>
    inConcept.when(requestTranche, hanna, { kind: 'advance' }).decides(TrancheRequested(conceptAdvance)));

  it('comes after the one before was released', () =>
    requested.when(requestTranche, hanna, { kind: 'instalment' }).refuses('earlier-tranche-first', { phase: 'concept', kind: 'advance' }));

  it('goes on in order', () =>
    advancePaid.when(requestTranche, hanna, { kind: 'instalment' }).decides(TrancheRequested(tranche('concept', 'instalment', 480_000, 320_000))));

  it('is requested once', () => advancePaid.when(requestTranche, hanna, { kind: 'advance' }).refuses('tranche-already-requested'));

  it('can still be asked for a phase that is over', () =>
    inPilot.when(requestTranche, hanna, { kind: 'advance', phase: 'concept' }).decides(TrancheRequested(conceptAdvance)));

  it('is by default of the current phase', () =>
    inPilot.when(requestTranche, hanna, { kind: 'advance' }).decides(TrancheRequested(tranche('pilot', 'advance', 1_080_000, 720_000))));

  it('is not for a phase to come', () => inConcept.when(requestTranche, hanna, { kind: 'advance', phase: 'pilot' }).refuses('phase-not-entered'));

  it('waits for the first phase', () => signed.when(requestTranche, hanna, { kind: 'advance' }).refuses('project-not-running'));

  it('waits while a gate has paused the project, and goes on after the next gate', async () => {
    const paused = inConcept.and(GateDecided({ ...gate, outcome: 'pause' }));
    await paused.when(requestTranche, hanna, { kind: 'advance' }).refuses('project-paused');
    await paused
      .and(GateDecided({ ...gate, outcome: 'consolidation' }))
      .when(requestTranche, hanna, { kind: 'advance' })
      .decides(TrancheRequested(conceptAdvance));
  });

  it('asks for nothing where the agreement foresees nothing', () => {
    const plan = [{ phase: 'concept' as const, kind: 'advance' as const, shares: [{ funder: 'region', amount: 0 }] }];
    const world = awarded
      .and({ ...signed.past.at(-1)!.decision, data: { signedOn: '2027-05-03', parties: ['Région', 'Atelier'], amount: 0, plan } })
      .and(inConcept.past.at(-1)!.decision);
    return world.when(requestTranche, hanna, { kind: 'advance' }).refuses('tranche-empty');
  });
});

describe('release-tranche', () => {
  const release = { phase: 'concept', kind: 'advance' } as const;

  it('pays what was requested', () => requested.when(releaseTranche, accountant, release).decides(TrancheReleased(conceptAdvance)));

  it('needs a second pair of eyes', () => requested.when(releaseTranche, hanna, release).refuses('four-eyes'));

  it('needs a request', () => inConcept.when(releaseTranche, accountant, release).refuses('tranche-not-requested'));

  it('pays once', () => advancePaid.when(releaseTranche, accountant, release).refuses('tranche-already-released'));

  it('pays nothing before the first phase', () => signed.when(releaseTranche, accountant, release).refuses('project-not-running'));
});
