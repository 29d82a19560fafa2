import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { inPilot, signed, submitted } from '../../testing/stories.ts';
import { GateDecided } from '../phases/phases.ts';
import { project } from '../project.ts';
import { concludeHypothesis } from './conclude-hypothesis.ts';
import {
  CyclePlanned,
  CycleResultsShared,
  HypothesisConcluded,
  HypothesisFormulated,
  KeyFunctionsNamed,
  ObservationRecorded,
  ProtocolOpened,
  ProtocolRevised,
} from './experiment.ts';
import { formulateHypothesis } from './formulate-hypothesis.ts';
import { nameKeyFunctions } from './name-key-functions.ts';
import { openProtocol } from './open-protocol.ts';
import { planCycle } from './plan-cycle.ts';
import { recordObservation } from './record-observation.ts';
import { reviseProtocol } from './revise-protocol.ts';
import { shareCycleResults } from './share-cycle-results.ts';

const hanna = by('hanna');
const premises = { id: 'premises', title: 'Shared premises' };
const skills = { id: 'skills', title: 'Passing on of skills' };
const protocol = 'workshops';
const frame = {
  protocol,
  title: 'Workshops in three villages',
  stage: 'exploratory',
  perimeter: 'organisations',
  keyFunctions: ['premises'],
  methods: ['A common sheet.'],
  researchNeeds: [],
} as const;
const opening = { ...frame, keyFunctions: ['premises'], methods: ['A common sheet.'], researchNeeds: [] };
const hypothesis = (name: string) => ({
  protocol,
  hypothesis: name,
  statement: 'Inhabitants come.',
  keyFunction: 'premises',
  rank: 1,
  criteria: [
    { criterion: 'attendance', text: 'Ten inhabitants.' },
    { criterion: 'return', text: 'Half come again.' },
  ],
});
const activity = { what: 'Hold workshops.', who: 'Les Ateliers', from: '2028-02-01', to: '2028-03-31' };
const tool = { name: 'Sheet', purpose: 'Counts who comes.', tests: ['come'] };
const plan = { protocol, hypotheses: ['come'], activities: [activity], tools: [tool], mobilised: [] };
const seen = { protocol, hypothesis: 'come', observedOn: '2028-01-17', observation: 'Fourteen came.', attachments: [] };
const met = [
  { criterion: 'attendance', found: 'met' as const },
  { criterion: 'return', found: 'met' as const },
];
const conclusion = { protocol, hypothesis: 'come', result: 'validated' as const, criteria: met, reasons: 'They came.' };
const sharing = { protocol, with: ['Inhabitants'], learning: 'A known place matters.', effects: [], attachments: [] };

const named = inPilot.and(KeyFunctionsNamed({ keyFunctions: [premises, skills] }));
const opened = named.and(ProtocolOpened(opening));
const formulated = opened.and(HypothesisFormulated(hypothesis('come')), HypothesisFormulated(hypothesis('stay')));
const planned = formulated.and(CyclePlanned({ ...plan, cycle: 1 }));
const observed = planned.and(ObservationRecorded({ ...seen, cycle: 1 }));
const concluded = observed.and(HypothesisConcluded({ ...conclusion, cycle: 1 }));
const shared = concluded.and(CycleResultsShared({ ...sharing, cycle: 1 }));
const closing = (world: typeof named) =>
  world.and(GateDecided({ outcome: 'exit-with-shared-results', from: 'pilot', reasons: 'Enough.', conditions: [] }));

describe('name-key-functions', () => {
  const two = { keyFunctions: [skills, premises] };
  it('says what the innovation has to do, in order of what is tested first', () =>
    inPilot.when(nameKeyFunctions, hanna, two).decides(KeyFunctionsNamed(two)));
  it('can leave one out, save where a hypothesis rests on it', async () => {
    await opened.when(nameKeyFunctions, hanna, { keyFunctions: [skills] }).decides(KeyFunctionsNamed({ keyFunctions: [skills] }));
    await formulated.when(nameKeyFunctions, hanna, { keyFunctions: [skills] }).refuses('key-function-in-use', { keyFunctions: ['premises'] });
    await formulated.when(nameKeyFunctions, hanna, { keyFunctions: [premises] }).decides(KeyFunctionsNamed({ keyFunctions: [premises] }));
  });
  it('names each once', () => expect(nameKeyFunctions.data.safeParse({ keyFunctions: [skills, skills] }).success).toBe(false));
  it('is for projects in a phase', () => signed.when(nameKeyFunctions, hanna, two).refuses('not-in-a-phase', { stage: 'agreement' }));
});

describe('open-protocol', () => {
  it('frames an experimentation on key functions of the project', () => named.when(openProtocol, hanna, opening).decides(ProtocolOpened(opening)));
  it('names key functions that the project has', () =>
    named
      .when(openProtocol, hanna, { ...opening, keyFunctions: ['premises', 'speed'] })
      .refuses('key-function-unknown', { keyFunctions: ['speed'] }));
  it('is done once under its id', () => opened.when(openProtocol, hanna, opening).refuses('protocol-already-open', { protocol }));
  it('is for projects in a phase', () => closing(named).when(openProtocol, hanna, opening).refuses('not-in-a-phase', { stage: 'closing' }));
});

describe('revise-protocol', () => {
  const wider = { ...opening, stage: 'formalisation' as const, keyFunctions: ['skills', 'premises'] };
  it('takes a protocol to its next stage', () => formulated.when(reviseProtocol, hanna, wider).decides(ProtocolRevised(wider)));
  it('lets hypotheses rest on the key functions that it names now', async () => {
    const stay = { ...hypothesis('stay'), keyFunction: 'skills' };
    await opened.and(ProtocolRevised(wider)).when(formulateHypothesis, hanna, stay).decides(HypothesisFormulated(stay));
    const narrower = ProtocolRevised({ ...wider, keyFunctions: ['premises'] });
    await opened.and(ProtocolRevised(wider), narrower).when(formulateHypothesis, hanna, stay).refuses('key-function-unknown');
  });
  it('names each key function once, and at least one', () => {
    const accepts = (...keyFunctions: string[]) => reviseProtocol.data.safeParse({ ...wider, keyFunctions }).success;
    expect([accepts(), accepts('skills'), accepts('skills', 'skills')]).toEqual([false, true, false]);
  });
  it('concerns a protocol that is open', () => named.when(reviseProtocol, hanna, wider).refuses('protocol-unknown', { protocol }));
  it('names key functions that the project has', () =>
    opened.when(reviseProtocol, hanna, { ...wider, keyFunctions: ['speed'] }).refuses('key-function-unknown', { keyFunctions: ['speed'] }));
  it('keeps those that hypotheses rest on', async () => {
    const other = { ...wider, keyFunctions: ['skills'] };
    await formulated.when(reviseProtocol, hanna, other).refuses('key-function-in-use', { keyFunctions: ['premises'] });
    await opened.when(reviseProtocol, hanna, other).decides(ProtocolRevised(other));
  });
  it('is for projects in a phase', () => closing(opened).when(reviseProtocol, hanna, wider).refuses('not-in-a-phase'));
});

describe('formulate-hypothesis', () => {
  const come = hypothesis('come');
  it('says what is tested, and by what it will be seen to hold', () =>
    opened.when(formulateHypothesis, hanna, come).decides(HypothesisFormulated(come)));
  it('can be put in other words until a cycle takes it up', async () => {
    await formulated.when(formulateHypothesis, hanna, come).decides(HypothesisFormulated(come));
    await planned.when(formulateHypothesis, hanna, come).refuses('hypothesis-already-planned', { hypothesis: 'come' });
    await planned.when(formulateHypothesis, hanna, hypothesis('stay')).decides(HypothesisFormulated(hypothesis('stay')));
  });
  it('belongs to a protocol that is open', () => named.when(formulateHypothesis, hanna, come).refuses('protocol-unknown', { protocol }));
  it('rests on a key function of the protocol', () =>
    opened.when(formulateHypothesis, hanna, { ...come, keyFunction: 'skills' }).refuses('key-function-unknown', { keyFunctions: ['skills'] }));
  it('has a validation criterion, and each once', () => {
    const accepts = (criteria: unknown) => formulateHypothesis.data.safeParse({ ...come, criteria }).success;
    expect([accepts([]), accepts([come.criteria[0]]), accepts([come.criteria[0], come.criteria[0]])]).toEqual([false, true, false]);
  });
  it('is for projects in a phase', () => closing(opened).when(formulateHypothesis, hanna, come).refuses('not-in-a-phase'));
});

describe('plan-cycle', () => {
  it('plans the first cycle, and the next once the results of the last are shared', async () => {
    await formulated.when(planCycle, hanna, plan).decides(CyclePlanned({ ...plan, cycle: 1 }));
    const next = { ...plan, hypotheses: ['stay'], tools: [{ ...tool, tests: ['stay'] }] };
    await planned.when(planCycle, hanna, next).refuses('cycle-not-shared', { cycle: 1 });
    await concluded.when(planCycle, hanna, next).refuses('cycle-not-shared', { cycle: 1 });
    await shared.when(planCycle, hanna, next).decides(CyclePlanned({ ...next, cycle: 2 }));
  });
  it('tests hypotheses of the protocol', async () => {
    await formulated.when(planCycle, hanna, { ...plan, hypotheses: ['come', 'go'] }).refuses('hypothesis-unknown', { hypotheses: ['go'] });
    await formulated
      .when(planCycle, hanna, { ...plan, tools: [{ ...tool, tests: ['come', 'go'] }] })
      .refuses('hypothesis-unknown', { hypotheses: ['go'] });
  });
  it.each(['validated', 'refuted'] as const)('does not test again what was %s', (result) =>
    observed
      .and(HypothesisConcluded({ ...conclusion, result, cycle: 1 }), CycleResultsShared({ ...sharing, cycle: 1 }))
      .when(planCycle, hanna, plan)
      .refuses('hypothesis-already-concluded', { hypotheses: ['come'] }),
  );
  it('tests again what was inconclusive, with observations of its own', async () => {
    const open = observed.and(HypothesisConcluded({ ...conclusion, result: 'inconclusive', cycle: 1 }), CycleResultsShared({ ...sharing, cycle: 1 }));
    const again = open.when(planCycle, hanna, plan);
    await again.decides(CyclePlanned({ ...plan, cycle: 2 }));
    await (await again.after()).when(concludeHypothesis, hanna, conclusion).refuses('hypothesis-not-observed');
  });
  it('has a tool for each hypothesis, since steps 2 and 3 go together', () =>
    formulated.when(planCycle, hanna, { ...plan, hypotheses: ['come', 'stay'] }).refuses('hypothesis-without-tool', { hypotheses: ['stay'] }));
  it('ends no activity before it begins', () => {
    const accepts = (to: string) => planCycle.data.safeParse({ ...plan, activities: [{ ...activity, to }] }).success;
    expect([accepts('2028-01-31'), accepts('2028-02-01')]).toEqual([false, true]);
  });
  it('belongs to a protocol that is open, of a project in a phase', async () => {
    await named.when(planCycle, hanna, plan).refuses('protocol-unknown', { protocol });
    await closing(formulated).when(planCycle, hanna, plan).refuses('not-in-a-phase');
  });
});

describe('record-observation', () => {
  it('says what was seen in the cycle under way', () =>
    planned.when(recordObservation, hanna, seen).decides(ObservationRecorded({ ...seen, cycle: 1 })));
  it('waits for a cycle that tests the hypothesis', async () => {
    await formulated.when(recordObservation, hanna, seen).refuses('hypothesis-not-under-test', { hypothesis: 'come' });
    await planned.when(recordObservation, hanna, { ...seen, hypothesis: 'stay' }).refuses('hypothesis-not-under-test', { hypothesis: 'stay' });
    await planned.when(recordObservation, hanna, { ...seen, protocol: 'other' }).refuses('hypothesis-not-under-test');
    await shared.when(recordObservation, hanna, seen).refuses('hypothesis-not-under-test');
  });
  it('comes before the conclusion', () =>
    concluded.when(recordObservation, hanna, seen).refuses('hypothesis-already-concluded', { hypotheses: ['come'] }));
  it('is not made in the future', () =>
    planned.when(recordObservation, hanna, { ...seen, observedOn: '2028-01-18' }).refuses('observed-in-the-future', { observedOn: '2028-01-18' }));
  it('can still be made while the project closes, not before it runs', async () => {
    await closing(planned)
      .when(recordObservation, hanna, seen)
      .decides(ObservationRecorded({ ...seen, cycle: 1 }));
    await submitted.when(recordObservation, hanna, seen).refuses('project-not-running');
  });
});

describe('conclude-hypothesis', () => {
  const attendance = (found: 'met' | 'not-met' | 'not-observed') => [{ criterion: 'attendance', found }, met[1]!];

  it.each([
    ['validated', met],
    ['refuted', attendance('not-met')],
    ['inconclusive', attendance('not-observed')],
    ['inconclusive', attendance('not-met')],
  ] as const)('records %s as a result', async (result, criteria) => {
    const found = { ...conclusion, result, criteria: [...criteria] };
    await observed.when(concludeHypothesis, hanna, found).decides(HypothesisConcluded({ ...found, cycle: 1 }));
  });

  it.each([
    ['validated', attendance('not-met')],
    ['validated', attendance('not-observed')],
    ['refuted', attendance('not-observed')],
    ['refuted', met],
  ] as const)('refuses %s against what was found of the criteria', (result, criteria) =>
    observed.when(concludeHypothesis, hanna, { ...conclusion, result, criteria: [...criteria] }).refuses('result-against-criteria', { result }),
  );

  it('rests on observations of the cycle', () =>
    planned.when(concludeHypothesis, hanna, conclusion).refuses('hypothesis-not-observed', { hypothesis: 'come' }));
  it('answers every criterion, once', async () => {
    const answering = (...criteria: typeof met) => observed.when(concludeHypothesis, hanna, { ...conclusion, criteria });
    await answering(met[0]!).refuses('criteria-not-answered', { criteria: ['return'] });
    await answering(...met, met[0]!).refuses('criteria-not-answered', { criteria: ['attendance'] });
    await answering(...met, { criterion: 'colour', found: 'met' }).refuses('criteria-not-answered', { criteria: ['colour'] });
  });
  it('is done once a cycle', () =>
    concluded.when(concludeHypothesis, hanna, conclusion).refuses('hypothesis-already-concluded', { hypotheses: ['come'] }));
  it('concerns a hypothesis under test', async () => {
    await formulated.when(concludeHypothesis, hanna, conclusion).refuses('hypothesis-not-under-test', { hypothesis: 'come' });
    await submitted.when(concludeHypothesis, hanna, conclusion).refuses('project-not-running');
  });
});

describe('share-cycle-results', () => {
  it('ends the cycle', async () => {
    const attempt = concluded.when(shareCycleResults, hanna, sharing);
    await attempt.decides(CycleResultsShared({ ...sharing, cycle: 1 }));
    const standing = (await attempt.after()).state(project).experiment.protocols[protocol];
    expect(standing).toMatchObject({ cycles: 1, hypotheses: { come: { result: 'validated' } } });
    expect(standing?.cycle).toBeUndefined();
  });
  it('waits until every hypothesis of the cycle is concluded', () =>
    observed.when(shareCycleResults, hanna, sharing).refuses('hypotheses-not-concluded', { hypotheses: ['come'] }));
  it('concerns a cycle under way', async () => {
    await formulated.when(shareCycleResults, hanna, sharing).refuses('no-cycle-under-way', { protocol });
    await shared.when(shareCycleResults, hanna, sharing).refuses('no-cycle-under-way');
    await submitted.when(shareCycleResults, hanna, sharing).refuses('project-not-running');
  });
});

describe('cycles', () => {
  it('follow each other by number, whatever each finds', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('inconclusive' as const, 'validated' as const), { maxLength: 5 }), async (results) => {
        let world = opened;
        for (const [index, result] of results.entries()) {
          const name = `h-${index}`;
          const about = { protocol, hypothesis: name };
          world = await world.when(formulateHypothesis, hanna, hypothesis(name)).after();
          world = await world.when(planCycle, hanna, { ...plan, hypotheses: [name], tools: [{ ...tool, tests: [name] }] }).after();
          world = await world.when(recordObservation, hanna, { ...seen, ...about }).after();
          world = await world.when(concludeHypothesis, hanna, { ...conclusion, ...about, result }).after();
          world = await world.when(shareCycleResults, hanna, sharing).after();
        }
        const { cycles, hypotheses } = world.state(project).experiment.protocols[protocol]!;
        expect(cycles).toBe(results.length);
        expect(Object.values(hypotheses).map(({ result }) => result)).toEqual(results);
      }),
      { numRuns: 20 },
    ));
});
