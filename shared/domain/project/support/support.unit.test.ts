import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { levels } from '../../testing/samples.ts';
import { awarded, draftApplication, inConcept, inPilot, submitted } from '../../testing/stories.ts';
import { MilestoneAgreed, MilestoneAssessed, MilestoneReported } from '../milestones/milestones.ts';
import { ProjectCompleted } from '../phases/phases.ts';
import { project } from '../project.ts';
import { SRL_SCALE } from '../srl/scale.ts';
import { SrlAssessed, SrlReconciled, SrlReviewOpened } from '../srl/srl.ts';
import { WorkSrlAssessed } from '../srl/works.ts';
import { meetNeed } from './meet-need.ts';
import { nameAccompanier } from './name-accompanier.ts';
import { offerSupport } from './offer-support.ts';
import { recordSupport } from './record-support.ts';
import { releaseAccompanier } from './release-accompanier.ts';
import { stateNeed } from './state-need.ts';
import {
  AccompanierNamed,
  AccompanierReleased,
  accompaniersNow,
  accompanies,
  NeedMet,
  NeedStated,
  NeedWithdrawn,
  SupportOffered,
  SupportRecorded,
} from './support.ts';
import { withdrawNeed } from './withdraw-need.ts';

const administrator = by('administrator');
const hanna = by('hanna');
const ada = { accompanier: 'ada' };
const need = { need: 'method', kind: 'method', detail: 'A method to evaluate.' } as const;
const offer = { offer: 'days', kind: 'method', detail: 'Five days.' } as const;
const ended = inPilot.and(ProjectCompleted({ outcome: 'results-shared', results: 'Shared.' }));
const accompanied = inConcept.and(AccompanierNamed(ada));
const needing = inConcept.and(NeedStated(need));

describe('name-accompanier', () => {
  it('names who supports the project', async () => {
    const attempt = inConcept.when(nameAccompanier, administrator, ada);
    await attempt.decides(AccompanierNamed(ada));
    const state = (await attempt.after()).state(project);
    expect(accompaniersNow(state.support)).toEqual(['ada']);
  });

  it('can be done from the award on, not before and not after the end', async () => {
    await awarded.when(nameAccompanier, administrator, ada).decides(AccompanierNamed(ada));
    await submitted.when(nameAccompanier, administrator, ada).refuses('project-not-running', { stage: 'submitted' });
    await ended.when(nameAccompanier, administrator, ada).refuses('project-not-running', { stage: 'ended' });
  });

  it('never names the holder', () => inConcept.when(nameAccompanier, administrator, { accompanier: 'hanna' }).refuses('accompanier-is-holder'));

  it('never names who was asked to review the application', () =>
    inConcept.when(nameAccompanier, administrator, { accompanier: 'ana' }).refuses('accompanier-is-assessor', { accompanier: 'ana' }));

  it('never names who assessed the SRL', () =>
    inConcept
      .and(
        SrlReviewOpened({ review: 1, phase: 'concept', dueOn: '2028-01-06', lapsesOn: '2028-06-07' }),
        SrlAssessed({ review: 1, assessor: 'ada', scale: SRL_SCALE, claimed: 1, levels: levels(1, 1, 1) }),
      )
      .when(nameAccompanier, administrator, ada)
      .refuses('accompanier-is-assessor'));

  it('never names who assessed the SRL of a work, nor who reconciled two assessments', async () => {
    const found = { scale: SRL_SCALE, claimed: 1, levels: levels(1, 1, 1) };
    const work = WorkSrlAssessed({ ...found, work: 'Trial workshops', assessor: 'ada', reached: 1, consolidated: 1 });
    await inConcept.and(work).when(nameAccompanier, administrator, ada).refuses('accompanier-is-assessor');
    const reconciled = SrlReconciled({ ...found, review: 1, assessors: ['ana', 'bob'], reasons: 'Read together.' });
    await inConcept
      .record(by('ada'), { stream: 'project-repair', decision: reconciled })
      .when(nameAccompanier, administrator, ada)
      .refuses('accompanier-is-assessor');
  });

  it('never names who assessed a milestone', () => {
    const milestone = 'trials';
    return inConcept
      .and(MilestoneAgreed({ milestone, title: 'Trials', expected: 'Some.', dueOn: '2027-12-31' }), MilestoneReported({ milestone, report: 'Done.' }))
      .record(by('ada'), { stream: 'project-repair', decision: MilestoneAssessed({ milestone, outcome: 'reached', evidence: 'A visit.' }) })
      .when(nameAccompanier, administrator, ada)
      .refuses('accompanier-is-assessor');
  });

  it('names each person once, and again after a release', async () => {
    await accompanied.when(nameAccompanier, administrator, ada).refuses('accompanier-already-named', { accompanier: 'ada' });
    await accompanied.and(AccompanierReleased(ada)).when(nameAccompanier, administrator, ada).decides(AccompanierNamed(ada));
  });
});

describe('release-accompanier', () => {
  it('ends the support, but the person has accompanied the project for good', async () => {
    const attempt = accompanied.when(releaseAccompanier, administrator, ada);
    await attempt.decides(AccompanierReleased(ada));
    const state = (await attempt.after()).state(project);
    expect(accompaniersNow(state.support)).toEqual([]);
    expect(accompanies(state, 'ada')).toBe(true);
  });

  it('concerns somebody who accompanies the project now', async () => {
    await inConcept.when(releaseAccompanier, administrator, ada).refuses('accompanier-unknown', { accompanier: 'ada' });
    await accompanied.and(AccompanierReleased(ada)).when(releaseAccompanier, administrator, ada).refuses('accompanier-unknown');
  });

  it('is possible before the first phase, and over with the project', async () => {
    await awarded.and(AccompanierNamed(ada)).when(releaseAccompanier, administrator, ada).decides(AccompanierReleased(ada));
    await ended.when(releaseAccompanier, administrator, ada).refuses('project-not-running', { stage: 'ended' });
  });
});

describe('whoever accompanies', () => {
  it('is told from everybody else, whatever their id', () => {
    const state = accompanied.state(project);
    expect(['ada', 'ana', 'constructor'].map((person) => accompanies(state, person))).toEqual([true, false, false]);
  });
});

describe('state-need', () => {
  it('says what support is needed, already in the draft', async () => {
    await draftApplication.when(stateNeed, hanna, need).decides(NeedStated(need));
    await awarded.when(stateNeed, hanna, need).decides(NeedStated(need));
    await inConcept.when(stateNeed, hanna, need).decides(NeedStated(need));
  });

  it('does not change a file that is being judged, nor one that has ended', async () => {
    await submitted.when(stateNeed, hanna, need).refuses('not-describable', { stage: 'submitted' });
    await ended.when(stateNeed, hanna, need).refuses('not-describable', { stage: 'ended' });
  });

  it('is said once while it is open, and again after', async () => {
    await needing.when(stateNeed, hanna, need).refuses('need-already-stated', { need: 'method' });
    await needing
      .and(NeedMet({ need: 'method', how: 'So.' }))
      .when(stateNeed, hanna, need)
      .decides(NeedStated(need));
  });
});

describe('withdraw-need', () => {
  const withdrawal = { need: 'method', reasons: 'A partner brings it.' };
  it('says why the support is no longer needed', () => needing.when(withdrawNeed, hanna, withdrawal).decides(NeedWithdrawn(withdrawal)));
  it('concerns a need that is open', async () => {
    await inConcept.when(withdrawNeed, hanna, withdrawal).refuses('need-not-open', { need: 'method' });
    await needing.and(NeedWithdrawn(withdrawal)).when(withdrawNeed, hanna, withdrawal).refuses('need-not-open');
  });
  it('is not for a file that is being judged', () => submitted.when(withdrawNeed, hanna, withdrawal).refuses('not-describable'));
});

describe('meet-need', () => {
  const met = { need: 'method', how: 'Three days of method.' };
  it('says how it was met', () => needing.when(meetNeed, administrator, met).decides(NeedMet(met)));
  it('concerns a need that is open', async () => {
    await inConcept.when(meetNeed, administrator, met).refuses('need-not-open', { need: 'method' });
    await needing.and(NeedMet(met)).when(meetNeed, administrator, met).refuses('need-not-open');
  });
  it('is for projects that run', () => draftApplication.and(NeedStated(need)).when(meetNeed, administrator, met).refuses('project-not-running'));
});

describe('offer-support', () => {
  it('says what is offered, for which need and phase', async () => {
    await awarded.when(offerSupport, administrator, offer).decides(SupportOffered(offer));
    const full = { ...offer, need: 'method', phase: 'concept' } as const;
    await needing.when(offerSupport, administrator, full).decides(SupportOffered(full));
  });
  it('is made once under its id', () =>
    inConcept.and(SupportOffered(offer)).when(offerSupport, administrator, offer).refuses('support-already-offered', { offer: 'days' }));
  it('answers a need that is open', async () => {
    await inConcept.when(offerSupport, administrator, { ...offer, need: 'method' }).refuses('need-not-open', { need: 'method' });
    const withdrawn = needing.and(NeedWithdrawn({ need: 'method', reasons: 'No more.' }));
    await withdrawn.when(offerSupport, administrator, { ...offer, need: 'method' }).refuses('need-not-open');
  });
  it('is for projects that were awarded', () => submitted.when(offerSupport, administrator, offer).refuses('project-not-running'));
});

describe('record-support', () => {
  const given = { kind: 'cooperation', givenOn: '2027-06-07', hours: 2.5, detail: 'A meeting of partners.' } as const;

  it('records what was given, in the phase that the project is in', async () => {
    await inConcept.when(recordSupport, administrator, given).decides(SupportRecorded({ ...given, phase: 'concept' }));
    const full = { ...given, accompanier: 'ada', need: 'method', offer: 'days', cost: 30_000 };
    await accompanied
      .and(NeedStated(need), SupportOffered(offer))
      .when(recordSupport, by('ada'), full)
      .decides(SupportRecorded({ ...full, phase: 'concept' }));
  });

  it('can still be recorded when the need was met and the accompanier released', () =>
    accompanied
      .and(NeedStated(need), NeedMet({ need: 'method', how: 'So.' }), AccompanierReleased(ada))
      .when(recordSupport, administrator, { ...given, ...ada, need: 'method' })
      .decides(SupportRecorded({ ...given, ...ada, need: 'method', phase: 'concept' })));

  it('is not recorded before it was given', () =>
    inConcept.when(recordSupport, administrator, { ...given, givenOn: '2027-06-08' }).refuses('support-in-the-future', { givenOn: '2027-06-08' }));

  it('names an accompanier, a need and an offer that the project has', async () => {
    await inConcept.when(recordSupport, administrator, { ...given, ...ada }).refuses('accompanier-unknown', { accompanier: 'ada' });
    await inConcept.when(recordSupport, administrator, { ...given, need: 'method' }).refuses('need-unknown', { need: 'method' });
    await inConcept.when(recordSupport, administrator, { ...given, offer: 'days' }).refuses('offer-unknown', { offer: 'days' });
  });

  it('is for projects that run', async () => {
    await awarded.when(recordSupport, administrator, given).refuses('project-not-running');
    await ended.when(recordSupport, administrator, given).refuses('project-not-running');
  });

  it('counts hours by quarters', () => {
    const accepts = (hours: number) => recordSupport.data.safeParse({ ...given, hours }).success;
    expect([0, 0.2, 0.25, 0.75, 1.1].map(accepts)).toEqual([false, false, true, true, false]);
  });

  it('adds up hours and cost by phase, to the quarter and to the cent', () => {
    const visits = fc.array(
      fc.record({
        phase: fc.constantFrom('concept' as const, 'pilot' as const),
        quarters: fc.integer({ min: 1, max: 400 }),
        cost: fc.option(fc.nat()),
      }),
    );
    fc.assert(
      fc.property(visits, (all) => {
        const decisions = all.map(({ phase, quarters, cost }) =>
          SupportRecorded({ ...given, hours: quarters / 4, phase, ...(cost !== null && { cost }) }),
        );
        const sums = inConcept.and(...decisions).state(project).support.given;
        for (const phase of ['concept', 'pilot'] as const) {
          const of = all.filter((visit) => visit.phase === phase);
          const expected = {
            hours: of.reduce((sum, { quarters }) => sum + quarters, 0) / 4,
            cost: of.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
          };
          expect(sums[phase] ?? { hours: 0, cost: 0 }).toEqual(expected);
        }
      }),
    );
  });
});
