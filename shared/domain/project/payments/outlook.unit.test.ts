import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/testing/given-when-then.ts';
import { FunderAdded, programme } from '../../programme/programme.ts';
import { advanceOrdered, advancePaid, certified, of, payment } from '../../testing/payments-stories.ts';
import { inConcept, inPilot, readyForPilot, signed } from '../../testing/stories.ts';
import { TrancheReleased, TrancheRequested } from '../funding/tranches.ts';
import { GateDecided } from '../phases/phases.ts';
import { project } from '../project.ts';
import { exposureOf } from './exposure.ts';
import { deCommitmentRisk, expectedPayments, forecastOf } from './forecast.ts';
import { PhaseSettled } from './recovery/settlement.ts';

const of_ = (world: World) => world.state(project, 'project-repair');
const under = (world: World) => world.state(programme, 'programme-breakthrough');
const exposure = (world: World) => exposureOf(of_(world));
const forecast = (world: World) => forecastOf(of_(world), under(world), world.now);
const both = (region: number, esf: number) => [
  { funder: 'region', amount: region },
  { funder: 'esf', amount: esf },
];

describe('exposure', () => {
  it('is the committed and unpaid money of the phases that were entered; later ones are conditional', () => {
    const { phases, exposed } = exposure(advancePaid);
    expect(phases).toEqual([
      { phase: 'concept', standing: 'committed', planned: 2_000_000, paid: 600_000, unpaid: both(840_000, 560_000) },
      { phase: 'pilot', standing: 'conditional', planned: 6_000_000, paid: 0, unpaid: both(3_600_000, 2_400_000) },
      { phase: 'institutionalisation', standing: 'conditional', planned: 2_000_000, paid: 0, unpaid: both(1_200_000, 800_000) },
    ]);
    expect(exposed).toBe(1_400_000);
  });

  it('lies on the levels of the phase that are not consolidated', () => {
    const quarter = { amount: 500_000 };
    expect(exposure(inConcept).levels).toEqual([1, 2, 3, 4].map((level) => ({ level, ...quarter })));
    expect(exposure(readyForPilot).levels).toEqual([{ level: 4, amount: 2_000_000 }]);
  });

  it('of two phases adds up on the level that they share', () => {
    expect(exposure(inPilot).levels).toEqual([
      { level: 4, amount: 3_500_000 },
      { level: 5, amount: 1_500_000 },
      { level: 6, amount: 1_500_000 },
      { level: 7, amount: 1_500_000 },
    ]);
    expect(exposure(inPilot).consolidated).toBe(0);
  });

  it('is nothing before the first phase', () => expect(exposure(signed)).toMatchObject({ exposed: 0, levels: [], consolidated: 0 }));

  it('of a settled phase is its balance, then what is asked for of it, then nothing', () => {
    const settled = certified(advancePaid, 1, 'concept', 1_440_000).and(
      PhaseSettled({
        phase: 'concept',
        retained: 1_440_000,
        rate: { aid: 10, cost: 12 },
        planned: both(1_200_000, 800_000),
        due: both(720_000, 480_000),
        held: both(360_000, 240_000),
        balance: both(360_000, 240_000),
      }),
    );
    expect(exposure(settled).phases[0]).toMatchObject({ standing: 'settled', unpaid: both(360_000, 240_000) });
    const balance = payment('concept', 'balance', 360_000, 240_000);
    const asked = of(settled, 'hanna', TrancheRequested(balance));
    expect(exposure(asked).exposed).toBe(600_000);
    expect(exposure(of(asked, 'accountant', TrancheReleased(balance))).exposed).toBe(0);
  });
});

describe('the forecast', () => {
  it('expects a requested payment within the legal days, others as phases are expected to last', () => {
    const expected = expectedPayments(of_(advanceOrdered), under(advanceOrdered), advanceOrdered.now);
    expect(expected.map(({ phase, kind, expectedOn, conditional }) => `${phase} ${kind} ${expectedOn} ${conditional}`)).toEqual([
      'concept advance 2027-08-26 false',
      'concept instalment 2028-02-25 false',
      'concept balance 2028-08-26 false',
      'pilot advance 2028-08-26 true',
      'pilot instalment 2029-08-26 true',
      'pilot balance 2030-08-26 true',
      'institutionalisation advance 2030-08-26 true',
      'institutionalisation instalment 2031-02-25 true',
      'institutionalisation balance 2031-08-26 true',
    ]);
  });

  it('never expects a payment in the past', () => {
    const late = inConcept.at('2035-01-01T10:00:00Z');
    for (const { expectedOn } of expectedPayments(of_(late), under(late), late.now).slice(0, 3)) expect(expectedOn).toBe('2035-01-01');
  });

  it('gives each funder its commitments, its payments and what is left to order, by year', () => {
    expect(forecast(advanceOrdered)[0]).toEqual({
      funder: 'region',
      committed: 1_200_000,
      conditional: 4_800_000,
      ordered: 360_000,
      paid: 0,
      toOrder: 840_000,
      years: [
        { year: 2027, committed: 360_000, conditional: 0 },
        { year: 2028, committed: 840_000, conditional: 1_080_000 },
        { year: 2029, committed: 0, conditional: 1_440_000 },
        { year: 2030, committed: 0, conditional: 1_440_000 },
        { year: 2031, committed: 0, conditional: 840_000 },
      ],
    });
    expect(forecast(advancePaid)[1]).toMatchObject({ funder: 'esf', committed: 800_000, ordered: 240_000, paid: 240_000, toOrder: 560_000 });
  });

  it('expects nothing of phases that a project that closes never entered', () => {
    const leaving = advancePaid.and(GateDecided({ outcome: 'exit-with-shared-results', from: 'concept', conditions: [], reasons: 'Enough.' }));
    expect(forecast(leaving).map(({ conditional }) => conditional)).toEqual([0, 0]);
    expect(expectedPayments(of_(leaving), under(leaving), leaving.now).map(({ kind }) => kind)).toEqual(['instalment', 'balance']);
  });

  it('expects of a settled phase its balance only', () => {
    const settled = advancePaid.and(
      PhaseSettled({
        phase: 'concept',
        retained: 1,
        rate: { aid: 10, cost: 12 },
        planned: both(1_200_000, 800_000),
        due: both(360_005, 240_000),
        held: both(360_000, 240_000),
        balance: both(5, 0),
      }),
    );
    const expected = expectedPayments(of_(settled), under(settled), settled.now).filter(({ phase }) => phase === 'concept');
    expect(expected.map(({ kind, shares }) => ({ kind, shares }))).toEqual([{ kind: 'balance', shares: both(5, 0) }]);
  });
});

describe('the risk of losing a funder’s money', () => {
  const until = (world: World, day: string) =>
    world
      .of('programme-breakthrough')
      .and(FunderAdded({ funder: 'esf', name: { fr: 'FSE+', en: 'ESF+' }, kind: 'european', notify: {}, eligibleUntil: day }))
      .of('project-repair');
  const risk = (world: World) => deCommitmentRisk(of_(world), under(world), world.now);

  it('is told from a year before the last day on, and before payments that are expected after it', () => {
    expect(risk(inConcept)).toEqual([]);
    expect(risk(until(inConcept, '2031-08-26'))).toEqual([]);
    expect(risk(until(inConcept, '2031-08-25'))).toEqual([{ funder: 'esf', until: '2031-08-25', unpaid: 4_000_000, late: 240_000 }]);
    const far = until(inConcept, '2045-06-30');
    expect(risk(far.at('2044-06-29T21:59:59Z'))).toEqual([]);
    expect(risk(far.at('2044-06-29T22:00:00Z'))).toEqual([{ funder: 'esf', until: '2045-06-30', unpaid: 4_000_000, late: 0 }]);
  });
});
