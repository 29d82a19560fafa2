import { describe, expect, it } from 'vitest';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { fullPolicy, under as paidUnder } from '../../testing/payments-stories.ts';
import { inConcept, inPilot, readyForPilot } from '../../testing/stories.ts';
import { releaseTranche } from '../funding/release-tranche.ts';
import { requestTranche } from '../funding/request-tranche.ts';
import { TrancheRequested } from '../funding/tranches.ts';
import { approvePayment } from '../payments/approve-payment.ts';
import { project } from '../project.ts';
import { AccompanierNamed } from '../support/support.ts';
import { GateConditionConfirmed, GateConditionMet } from './conditions.ts';
import { confirmCondition } from './confirm-condition.ts';
import { meetCondition } from './meet-condition.ts';
import { GateDecided, PhaseEntered } from './phases.ts';

const administrator = by('administrator');
const hanna = by('hanna');
const accountant = by('accountant');
const reasons = 'As the committee found.';
const gate = GateDecided({
  outcome: 'conditional',
  from: 'concept',
  to: 'pilot',
  reasons,
  review: 1,
  conditions: [{ text: 'Sign the partnership.', dueOn: '2028-02-29' }, { text: 'Hire a coordinator.' }],
});
/** In the pilot since 17 January 2028, under two conditions; the second is of an older record and has no day of its own. */
const passed = readyForPilot
  .at('2028-01-10T10:00:00Z')
  .and(gate)
  .at('2028-01-17T10:00:00Z')
  .and(PhaseEntered({ phase: 'pilot', by: 'passage' }));
const report = { condition: 1, report: 'Signed on 3 February.' };
const reported = passed
  .at('2028-02-04T10:00:00Z')
  .record(hanna, { stream: 'project-repair', decision: GateConditionMet({ ...report, by: 'hanna' }) });
const evidence = 'The signed text is in the file.';
const met = (condition: number) => GateConditionConfirmed({ condition, outcome: 'met', evidence });
const leaving = GateDecided({ outcome: 'exit-with-shared-results', from: 'pilot', reasons, conditions: [] });
const owed = async (world: World) =>
  (await processView('project', 'repair', world.load)).obligations
    .filter(({ kind }) => kind.endsWith('-condition'))
    .map(({ kind, for: who, due }) => [kind, who, due]);

describe('meet-condition', () => {
  it('says how a condition was met', () => passed.when(meetCondition, hanna, report).decides(GateConditionMet({ ...report, by: 'hanna' })));

  it('knows the conditions that were set, through all gates', async () => {
    await passed.when(meetCondition, hanna, { ...report, condition: 3 }).refuses('gate-condition-unknown', { condition: 3 });
    const later = passed.and(GateDecided({ ...gate.data, from: 'pilot', to: 'institutionalisation', conditions: [{ text: 'A third.' }] }));
    await later.when(meetCondition, hanna, { ...report, condition: 3 }).decides(GateConditionMet({ ...report, condition: 3, by: 'hanna' }));
    expect(later.state(project).conditions.map(({ condition, phase }) => `${condition} ${phase}`)).toEqual([
      '1 pilot',
      '2 pilot',
      '3 institutionalisation',
    ]);
  });

  it('waits for its confirmation before it is done again, and is over with it', async () => {
    await reported.when(meetCondition, hanna, report).refuses('gate-condition-reported', { condition: 1 });
    await reported.and(met(1)).when(meetCondition, hanna, report).refuses('gate-condition-confirmed', { condition: 1 });
  });

  it('is for a project in a phase', () => passed.and(leaving).when(meetCondition, hanna, report).refuses('not-in-a-phase', { stage: 'closing' }));
});

describe('confirm-condition', () => {
  const confirm = { condition: 1, outcome: 'met', evidence } as const;
  const notMet = { ...confirm, outcome: 'not-met' } as const;

  it('finds a condition met', () => reported.when(confirmCondition, administrator, confirm).decides(met(1)));

  it('or not yet, by the same day or another that is to come', async () => {
    await reported.when(confirmCondition, administrator, notMet).decides(GateConditionConfirmed(notMet));
    const later = { ...notMet, dueOn: '2028-02-05' };
    await reported.when(confirmCondition, administrator, later).decides(GateConditionConfirmed(later));
    await reported.when(confirmCondition, administrator, { ...notMet, dueOn: '2028-02-04' }).refuses('condition-day-past', { dueOn: '2028-02-04' });
  });

  it('is a judgement, which a conflict of interest that comes out later touches', async () => {
    const { partakings } = (await reported.when(confirmCondition, administrator, confirm).after()).state(project);
    expect(partakings.administrator?.map(({ type }) => type)).toContain('gate-condition-confirmed');
  });

  it('gives a condition that is met no new day', () =>
    reported.when(confirmCondition, administrator, { ...confirm, dueOn: '2028-05-01' }).decides(met(1)));

  it('needs a report, on a condition that is open', async () => {
    await reported.when(confirmCondition, administrator, { ...confirm, condition: 2 }).refuses('gate-condition-not-reported', { condition: 2 });
    await reported.when(confirmCondition, administrator, { ...confirm, condition: 3 }).refuses('gate-condition-unknown', { condition: 3 });
    await reported.and(met(1)).when(confirmCondition, administrator, confirm).refuses('gate-condition-confirmed', { condition: 1 });
    await reported.and(leaving).when(confirmCondition, administrator, confirm).refuses('not-in-a-phase');
  });

  it('is for another person, who neither holds nor accompanies the project', async () => {
    await reported.when(confirmCondition, hanna, confirm).refuses('not-by-the-holder');
    await reported
      .and(AccompanierNamed({ accompanier: 'ana' }))
      .when(confirmCondition, by('ana'), confirm)
      .refuses('accompanies-the-project');
    const byAda = passed.and(GateConditionMet({ ...report, by: 'ada' }));
    await byAda.when(confirmCondition, by('ada'), confirm).refuses('second-person-needed');
  });
});

describe('conditions', () => {
  it('are due from the holder by their day, or ninety days after the gate; then their confirmation within thirty', async () => {
    const second = ['meet-condition', { person: 'hanna' }, '2028-04-09T22:00:00Z'];
    expect(await owed(passed)).toEqual([['meet-condition', { person: 'hanna' }, '2028-02-29T23:00:00Z'], second]);
    expect(await owed(reported)).toEqual([['confirm-condition', { role: 'administrator' }, '2028-03-05T23:00:00Z'], second]);
    expect(await owed(reported.and(met(1)))).toEqual([second]);
    expect(await owed(passed.and(leaving))).toEqual([]);
  });

  it('are due anew when they were found not met', async () => {
    const found = (dueOn?: string) => GateConditionConfirmed({ condition: 1, outcome: 'not-met', evidence, ...(dueOn !== undefined && { dueOn }) });
    expect((await owed(reported.and(found('2028-03-15'))))[0]).toEqual(['meet-condition', { person: 'hanna' }, '2028-03-15T23:00:00Z']);
    expect((await owed(reported.and(found())))[0]).toEqual(['meet-condition', { person: 'hanna' }, '2028-02-29T23:00:00Z']);
  });
});

describe('payments of the phase that was entered under conditions', () => {
  const advance = { kind: 'advance' } as const;
  const shares = [
    { funder: 'region', amount: 1_080_000 },
    { funder: 'esf', amount: 720_000 },
  ];
  const asked = TrancheRequested({ phase: 'pilot', kind: 'advance', amount: 1_800_000, shares });
  const [lastMoment, over] = ['2028-02-29T22:59:59Z', '2028-02-29T23:00:00Z'];

  it('are held once the day of a condition is over, until it is confirmed', async () => {
    await passed.at(lastMoment).when(requestTranche, hanna, advance).decides(asked);
    await passed
      .at(over)
      .when(requestTranche, hanna, advance)
      .refuses('gate-conditions-unmet', { phase: 'pilot', conditions: [1] });
    await reported.at(over).when(requestTranche, hanna, advance).refuses('gate-conditions-unmet');
    await reported.and(met(1)).at(over).when(requestTranche, hanna, advance).decides(asked);
    await passed
      .at('2028-04-09T22:00:00Z')
      .when(requestTranche, hanna, advance)
      .refuses('gate-conditions-unmet', { conditions: [1, 2] });
  });

  it('that were requested before are neither approved nor released then', async () => {
    const requested = passed.record(hanna, { stream: 'project-repair', decision: asked });
    const release = { phase: 'pilot', kind: 'advance' } as const;
    await requested.at(over).when(releaseTranche, accountant, release).refuses('gate-conditions-unmet');
    expect(
      (await requested.at(lastMoment).when(releaseTranche, accountant, release).after()).state(project).tranches['pilot-advance']?.released,
    ).toBe(true);
    const inFull = paidUnder(requested, fullPolicy);
    await inFull.at(over).when(approvePayment, administrator, release).refuses('gate-conditions-unmet');
    expect((await inFull.at(lastMoment).when(approvePayment, administrator, release).after()).version()).toBe(inFull.version() + 1);
  });

  it('of the phase before go on', async () => {
    const concept = { kind: 'advance', phase: 'concept' } as const;
    const after = await passed.at(over).when(requestTranche, hanna, concept).after();
    expect(after.state(project).tranches['concept-advance']?.requested).toBeDefined();
  });

  it('go on where the project closes: it is paid for what it did', () =>
    passed
      .and(leaving)
      .at(over)
      .when(requestTranche, hanna, { ...advance, phase: 'pilot' })
      .decides(asked));

  it('are not held without conditions', () => inPilot.at(over).when(requestTranche, hanna, advance).decides(asked));

  it('of the first phase know none', () => expect(inConcept.state(project).conditions).toEqual([]));
});
