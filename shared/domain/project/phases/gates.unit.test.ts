import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, upcast } from '../../kernel/decision.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { Phase } from '../../programme/policy.ts';
import { FunderTermsSet } from '../../programme/programme.ts';
import { avisOnGate, pilotReviewed, readyForInstitutionalisation, srlFound, valueReviewedIn, withGates } from '../../testing/gate-stories.ts';
import { inConcept, inInstitutionalisation, inPilot, plan, readyForPilot, signed } from '../../testing/stories.ts';
import { AgreementAmended, AmendmentDrafted } from '../agreement/agreement.ts';
import { draftAmendment } from '../agreement/draft-amendment.ts';
import { consolidationAmendment } from '../agreement/plan-changes.ts';
import { requestTranche } from '../funding/request-tranche.ts';
import { TrancheRequested } from '../funding/tranches.ts';
import { MilestoneAgreed, MilestoneAssessed, MilestoneCancelled } from '../milestones/milestones.ts';
import { exposureOf } from '../payments/exposure.ts';
import { project } from '../project.ts';
import { ReportAccepted, ReportReturned, ReportSubmitted } from '../reports/reports.ts';
import { AccompanierNamed, AccompanierReleased } from '../support/support.ts';
import { decideGate } from './decide-gate.ts';
import { GateDecided, GatePrepared, PhaseEntered, phaseAfter } from './phases.ts';
import { prepareGate } from './prepare-gate.ts';

const chair = by('chair');
const administrator = by('administrator');
const reasons = 'As the committee found.';
const passage = { outcome: 'passage', reasons } as const;
const decided = { conditions: [], reasons };
const toPilot = GateDecided({ ...decided, outcome: 'passage', from: 'concept', to: 'pilot', review: 1 });
const summary = 'All is there.';
const due = async (world: World) => (await processView('project', 'repair', world.load)).obligations;
const gatesDue = async (world: World) =>
  (await due(world)).filter(({ kind }) => kind.endsWith('-gate')).map(({ kind, for: who, due: on }) => [kind, who, on]);

describe('the file of a gate', () => {
  it('into institutionalisation holds a value review of the pilot', async () => {
    const missing = { phase: 'institutionalisation', missing: ['value-review'] };
    await pilotReviewed.when(decideGate, chair, passage).refuses('gate-evidence-missing', missing);
    await pilotReviewed.when(prepareGate, administrator, { summary }).refuses('gate-evidence-missing', missing);
    await readyForInstitutionalisation
      .when(decideGate, chair, passage)
      .decides(GateDecided({ ...decided, outcome: 'passage', from: 'pilot', to: 'institutionalisation', review: 2 }));
  });

  it('does not hold a value review of an earlier phase or of an earlier stay', async () => {
    const earlier = readyForPilot
      .and(valueReviewedIn('concept'))
      .at('2028-01-17T10:00:00Z')
      .and(toPilot, PhaseEntered({ phase: 'pilot', by: 'passage' }))
      .at('2030-01-07T10:00:00Z');
    await earlier
      .and(...srlFound(2, 'pilot', 7, 6))
      .when(decideGate, chair, passage)
      .refuses('gate-evidence-missing');
  });

  it('holds the milestones whose day has come, assessed, where the policy asks for them', async () => {
    const asked = withGates(readyForPilot, { evidence: ['milestones'] });
    const agreed = (dueOn: string) => asked.and(MilestoneAgreed({ milestone: 'trials', title: 'Trials', expected: 'Observations.', dueOn }));
    await asked.when(decideGate, chair, passage).decides(toPilot);
    await agreed('2027-12-07')
      .when(decideGate, chair, passage)
      .refuses('gate-evidence-missing', { missing: ['milestones'] });
    await agreed('2027-12-08').when(decideGate, chair, passage).decides(toPilot);
    const assessed = MilestoneAssessed({ milestone: 'trials', outcome: 'not-reached', evidence: 'A visit.' });
    await agreed('2027-12-07').and(assessed).when(decideGate, chair, passage).decides(toPilot);
    const cancelled = MilestoneCancelled({ milestone: 'trials', reasons: 'Merged.' });
    await agreed('2027-12-07').and(cancelled).when(decideGate, chair, passage).decides(toPilot);
  });

  it('holds progress reports that were all accepted, where the policy asks for them', async () => {
    const asked = withGates(readyForPilot, { evidence: ['reports'] });
    const report = { report: 1, from: '2027-06-07', upTo: '2027-12-06', activity: 'Trials.', indicators: [], attachments: [] };
    const submitted = asked.and(ReportSubmitted(report));
    await asked.when(decideGate, chair, passage).refuses('gate-evidence-missing', { missing: ['reports'] });
    await submitted.when(decideGate, chair, passage).refuses('gate-evidence-missing');
    await submitted
      .and(ReportReturned({ report: 1, reasons: 'Too short.' }))
      .when(decideGate, chair, passage)
      .refuses('gate-evidence-missing');
    await submitted
      .and(ReportAccepted({ report: 1 }))
      .when(decideGate, chair, passage)
      .decides(toPilot);
  });

  it('is not asked for where the way does not go on', () =>
    pilotReviewed
      .when(decideGate, chair, { outcome: 'consolidation', reasons })
      .decides(GateDecided({ ...decided, outcome: 'consolidation', from: 'pilot', review: 2 })));
});

describe('prepare-gate', () => {
  const prepared = GatePrepared({ to: 'pilot', review: 1, summary });

  it('puts the file together on the last review of the phase, once for each review', async () => {
    await readyForPilot.when(prepareGate, administrator, { summary }).decides(prepared);
    await readyForPilot.and(prepared).when(prepareGate, administrator, { summary }).refuses('gate-already-prepared', { review: 1 });
    const again = readyForPilot.and(prepared, ...srlFound(2, 'concept', 4, 4));
    await again.when(prepareGate, administrator, { summary }).decides(GatePrepared({ to: 'pilot', review: 2, summary }));
  });

  it('needs a phase, a review of it, and a phase after it', async () => {
    await signed.when(prepareGate, administrator, { summary }).refuses('not-in-a-phase', { stage: 'agreement' });
    await inConcept.when(prepareGate, administrator, { summary }).refuses('srl-review-missing', { phase: 'concept' });
    await inInstitutionalisation.when(prepareGate, administrator, { summary }).refuses('last-phase');
    await readyForPilot.and(toPilot).when(prepareGate, administrator, { summary }).refuses('phase-entry-awaited', { phase: 'pilot' });
  });

  it('is neither for the holder nor for whoever accompanies the project, or did', async () => {
    const accompanied = readyForPilot.and(AccompanierNamed({ accompanier: 'ana' }), AccompanierReleased({ accompanier: 'ana' }));
    for (const command of [prepareGate, decideGate] as const) {
      const data = command === prepareGate ? { summary } : passage;
      await readyForPilot.when(command, by('hanna'), data as never).refuses('not-by-the-holder');
      await accompanied.when(command, by('ana'), data as never).refuses('accompanies-the-project');
    }
  });

  it('is due thirty days after a review that meets the floors, the gate sixty, until a gate is decided', async () => {
    const file = ['prepare-gate', { role: 'administrator' }, '2028-01-06T23:00:00Z'];
    const gate = ['decide-gate', { role: 'committee-chair' }, '2028-02-05T23:00:00Z'];
    expect(await gatesDue(readyForPilot)).toEqual([file, gate]);
    expect(await gatesDue(readyForPilot.and(prepared))).toEqual([gate]);
    expect(await gatesDue(readyForPilot.at('2027-12-08T10:00:00Z').and(GateDecided({ ...decided, outcome: 'pause', from: 'concept' })))).toEqual([]);
  });
});

describe('the avis of the committee on a gate', () => {
  const required = withGates(readyForPilot, { avis: 'required' });

  it('is waited for where the policy requires it, whatever the outcome', async () => {
    await required.when(decideGate, chair, passage).refuses('gate-avis-missing');
    await required.when(decideGate, chair, { outcome: 'pause', reasons }).refuses('gate-avis-missing');
    await required.and(avisOnGate('favourable', 'selection')).when(decideGate, chair, passage).refuses('gate-avis-missing');
    await required.and(avisOnGate('favourable')).when(decideGate, chair, passage).decides(toPilot);
  });

  it('serves for one gate', async () => {
    const consolidating = required.and(avisOnGate('favourable'), GateDecided({ ...decided, outcome: 'consolidation', from: 'concept' }));
    await consolidating.when(decideGate, chair, passage).refuses('gate-avis-missing');
  });

  it.each(['unfavourable', 'adjourned'] as const)('does not bind when it is %s, but departing from it needs reasons', async (avis) => {
    const given = readyForPilot.and(avisOnGate(avis));
    await given.when(decideGate, chair, passage).refuses('departure-unreasoned', { avis });
    await given.when(decideGate, chair, { outcome: 'conditional', reasons, conditions: ['Sign.'] }).refuses('departure-unreasoned');
    await given
      .when(decideGate, chair, { ...passage, departsFromAvis: 'The partners signed since.' })
      .decides(GateDecided({ ...toPilot.data, departsFromAvis: 'The partners signed since.' }));
    await given
      .when(decideGate, chair, { outcome: 'consolidation', reasons })
      .decides(GateDecided({ ...decided, outcome: 'consolidation', from: 'concept', review: 1 }));
  });

  it.each(['favourable', 'with-reservations'] as const)('needs nothing more when it is %s', (avis) =>
    readyForPilot.and(avisOnGate(avis)).when(decideGate, chair, passage).decides(toPilot),
  );
});

describe('the conditions of a gate', () => {
  const under = (...conditions: (string | { text: string; dueOn: string })[]) => ({ outcome: 'conditional', reasons, conditions }) as const;
  const deciding = (conditions: { text: string; dueOn: string }[]) =>
    GateDecided({ outcome: 'conditional', from: 'concept', to: 'pilot', reasons, review: 1, conditions });

  it('have the day that was said, or ninety days', () =>
    readyForPilot.when(decideGate, chair, under('Sign the partnership.', { text: 'Hire a coordinator.', dueOn: '2028-02-01' })).decides(
      deciding([
        { text: 'Sign the partnership.', dueOn: '2028-03-06' },
        { text: 'Hire a coordinator.', dueOn: '2028-02-01' },
      ]),
    ));

  it('have as many days as the policy says', () =>
    withGates(readyForPilot, { gateCondition: 10 })
      .when(decideGate, chair, under('Sign.'))
      .decides(deciding([{ text: 'Sign.', dueOn: '2027-12-17' }])));

  it('are met by a day to come', async () => {
    await readyForPilot.when(decideGate, chair, under({ text: 'Sign.', dueOn: '2027-12-07' })).refuses('condition-day-past', { dueOn: '2027-12-07' });
    const tomorrow = { text: 'Sign.', dueOn: '2027-12-08' };
    await readyForPilot.when(decideGate, chair, under(tomorrow)).decides(deciding([tomorrow]));
  });

  it('go with no other outcome', () =>
    readyForPilot.when(decideGate, chair, { ...passage, conditions: ['Sign.'] }).refuses('conditions-unexpected', { outcome: 'passage' }));

  it('of an older record had no day', () =>
    expect(
      upcast(project.types.get(GateDecided.type)!, {
        version: 1,
        data: { outcome: 'conditional', from: 'concept', to: 'pilot', conditions: ['Sign.'], reasons },
      }),
    ).toEqual({
      outcome: 'conditional',
      from: 'concept',
      to: 'pilot',
      conditions: [{ text: 'Sign.' }],
      reasons,
    }));
});

describe('a return', () => {
  const back = { outcome: 'return', reasons, to: 'concept' } as const;
  const until = (world: World, eligibleUntil: string) =>
    world.andOn('programme-breakthrough', FunderTermsSet({ funder: 'region', notify: {}, eligibleUntil })).of('project-repair');

  it('needs every funder that still pays for the three months up to the next review', async () => {
    await until(inPilot, '2028-04-16')
      .when(decideGate, chair, back)
      .refuses('return-beyond-funder-end', { until: '2028-04-17', funders: ['region (2028-04-16)'] });
    await until(inPilot, '2028-04-17')
      .when(decideGate, chair, back)
      .decides(GateDecided({ ...decided, outcome: 'return', from: 'pilot', to: 'concept' }));
  });

  it('does not wait for a funder that has nothing left to pay', () => {
    const requested = plan.map(({ phase, kind, shares }) =>
      TrancheRequested({ phase, kind, shares: [...shares], amount: shares.reduce((sum, { amount }) => sum + amount, 0) }),
    );
    return until(inPilot.and(...requested), '2028-01-31')
      .when(decideGate, chair, back)
      .decides(GateDecided({ ...decided, outcome: 'return', from: 'pilot', to: 'concept' }));
  });
});

describe('money', () => {
  const committedAfter = (world: World, ...decisions: readonly Decision[]) => world.and(...decisions).state(project).phases.committed;
  const gate = (outcome: 'passage' | 'consolidation' | 'pause' | 'return', to?: 'concept' | 'pilot') =>
    GateDecided({ ...decided, outcome, from: 'pilot', ...(to && { to }) });

  it('is committed for the current phase from the signature on, for the next from its gate on, and no longer for those after a return', () => {
    expect(committedAfter(signed)).toEqual(['concept']);
    expect(committedAfter(readyForPilot)).toEqual(['concept']);
    expect(committedAfter(readyForPilot, toPilot)).toEqual(['concept', 'pilot']);
    expect(committedAfter(inPilot, gate('return', 'concept'))).toEqual(['concept']);
    expect(committedAfter(inPilot, gate('consolidation'))).toEqual(['concept', 'pilot']);
    expect(committedAfter(inPilot, gate('pause'))).toEqual(['concept', 'pilot']);
    expect(committedAfter(inInstitutionalisation, gate('return', 'concept'), PhaseEntered({ phase: 'concept', by: 'return' }))).toEqual(['concept']);
  });

  it('is what funders are exposed to from the gate on, not after a return, and for every phase that was entered once the project closes', () => {
    const committed = (world: World) =>
      exposureOf(world.state(project))
        .phases.filter(({ standing }) => standing === 'committed')
        .map(({ phase }) => phase);
    const leaving = GateDecided({ ...decided, outcome: 'exit-with-shared-results', from: 'concept' });
    const returned = inPilot.and(gate('return', 'concept'), PhaseEntered({ phase: 'concept', by: 'return' }));
    expect(committed(readyForPilot)).toEqual(['concept']);
    expect(committed(readyForPilot.and(toPilot))).toEqual(['concept', 'pilot']);
    expect(committed(returned)).toEqual(['concept']);
    expect(committed(returned.and(leaving))).toEqual(['concept', 'pilot']);
  });

  it('of the consolidation reserve can be drawn once after a gate that consolidates or returns, for its phase', async () => {
    const ask = (world: World, phase: 'concept' | 'pilot') => world.when(draftAmendment, administrator, { kind: 'consolidation', reasons, phase });
    const next = (phase: 'concept' | 'pilot') => consolidationAmendment({ plan }, [], phase, 1_000);
    const drafted = (phase: 'concept' | 'pilot') => AmendmentDrafted({ kind: 'consolidation', reasons, plan: next(phase), conditions: [] });
    await ask(inPilot, 'pilot').refuses('consolidation-reserve-closed', { phase: 'pilot' });
    await ask(inPilot.and(gate('pause')), 'pilot').refuses('consolidation-reserve-closed');
    const consolidating = inPilot.and(gate('consolidation'));
    await ask(consolidating, 'pilot').decides(drafted('pilot'));
    await ask(consolidating, 'concept').refuses('consolidation-reserve-closed', { phase: 'concept' });
    await ask(inPilot.and(gate('return', 'concept')), 'concept').decides(drafted('concept'));
    await ask(consolidating.and(gate('pause')), 'pilot').refuses('consolidation-reserve-closed');
    const amended = (kind: 'consolidation' | 'terms') =>
      consolidating.and(AgreementAmended({ kind, reasons, plan, conditions: [], number: 1, amount: 10_000_000, returned: [] }));
    await ask(amended('consolidation'), 'pilot').refuses('consolidation-reserve-closed');
    await ask(amended('terms'), 'pilot').decides(drafted('pilot'));
  });

  it('is committed up to one phase, whatever gates decided, and no payment of a later one can be asked for', () => {
    const step = fc.constantFrom('passage', 'return', 'consolidation', 'pause', 'enter');
    return fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const world = steps.reduce((now, next) => taking(next, now), inConcept);
        const { phases, stage } = world.state(project);
        expect(phases.committed).toEqual(Phase.options.slice(0, phases.committed.length));
        const named = phases.cleared?.phase ?? phases.current;
        expect(phases.committed.at(-1)).toBe(named);
        for (const phase of Phase.options.filter((one) => !phases.committed.includes(one))) {
          const outcome = await world.when(requestTranche, by('hanna'), { kind: 'advance', phase }).outcome();
          expect(isRefusal(outcome), `${phase} in ${stage} after ${steps.join(' ')}`).toBe(true);
        }
      }),
    );
  });
});

/** What a step makes of a project, where it can be taken at all: a gate that leads on, back or nowhere, or the entry that it opened. */
function taking(step: 'passage' | 'return' | 'consolidation' | 'pause' | 'enter', world: World): World {
  const { current: from, cleared } = world.state(project).phases;
  if (!from) return world;
  if (step === 'enter') return cleared ? world.and(PhaseEntered({ phase: cleared.phase, by: cleared.by })) : world;
  if (cleared) return world;
  if (step === 'consolidation' || step === 'pause') return world.and(GateDecided({ ...decided, outcome: step, from }));
  const to = step === 'passage' ? phaseAfter(from) : from === 'concept' ? undefined : 'concept';
  return to ? world.and(GateDecided({ ...decided, outcome: step, from, to })) : world;
}
